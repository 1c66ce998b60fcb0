# Takes out of imgui.cpp what one undecorated window never uses: settings file, keyboard navigation,
# wheel scrolling, title bars, scrollbars, popups and tooltips. Each line empties a call, and the
# linker then drops what only that call needed. 20 KB of every first load.
/^ *AddSettingsHandler(&ini_handler);/d
/^ *TableSettingsAddSettingsHandler();/d
/^ *ini_handler\./d
/^ *ImGuiSettingsHandler ini_handler;/d
s/^    UpdateSettings();/    ;/
s/^    NavUpdate();/    ;/
s/^    NavEndFrame();/    ;/
s/^    UpdateMouseWheel();/    ;/
s/^    RenderDimmedBackgrounds();/    ;/
s/^\( *\)SetTooltip("...");/\1;/
s/^\( *\)window->Pos = FindBestWindowPosForPopup(window);/\1;/
s/UpdateWindowManualResize(window, size_auto_fit, .*visibility_rect))$/0)/
s/^\( *\)RenderWindowDecorations(window, title_bar_rect, .*);/\1;/
s/^\( *\)RenderWindowTitleBarContents(window, ImRect(.*);/\1;/
s/^\( *\)NavInitWindow(window, false);.*/\1;/
s/^\( *\)LogToClipboard();/\1;/
