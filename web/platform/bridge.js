// The functions that the program calls, linked into its glue code; host.js gives them their work.
mergeInto(LibraryManager.library, {
  host_tell: function (text, bytes) {
    Module['host']['tell'](text, bytes);
  },
  host_show: function (text, bytes, pageHeight, canvasHeight) {
    Module['host']['show'](text, bytes, pageHeight, canvasHeight);
  },
  host_request_frame: function () {
    Module['host']['requestFrame']();
  },
});
