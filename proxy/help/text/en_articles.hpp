// English: the help.
#pragma once

#include "proxy/help/articles.hpp"

namespace busy24::help::en {

using enum api::HelpKind;

inline constexpr Block blocks[] = {
    {article, "Set up with 24SevenOffice", "oppsett"},
    {lead, "Five pages, from logging in to a finished mirror. Allow ten minutes."},
    {paragraph,
     "You need a 24SevenOffice account that reaches the client you want to connect. You can close "
     "the "
     "page and come back: what you have filled in is kept. Only the password must be typed again."},
    {heading, "1. Sign up"},
    {paragraph,
     "Type the e-mail address and password you use in 24SevenOffice. Your password is never "
     "stored."},
    {picture, "Page 1: the fields for the 24SevenOffice user name and password",
     "/help/registrer.png"},
    {heading, "2. Choose the client"},
    {paragraph,
     "If your login reaches several clients, choose the one to connect. If the client already has "
     "a "
     "workspace, you log in to it, or you are told whom to ask."},
    {picture, "Page 2: the list of clients", "/help/klient.png"},
    {heading, "3. Add the API user"},
    {paragraph,
     "Busy fetches data with an API user. The login is tried at once, and you see what it may do "
     "and "
     "what is missing."},
    {picture, "Page 3: the fields for the API user and what it must be able to do",
     "/help/api-bruker.png"},
    {link, "The API user, and how to make one", "/hjelp/api-bruker"},
    {heading, "4. Choose what is connected"},
    {paragraph,
     "Each switch tells what it does, in numbers. The preview is the real plan: nothing happens "
     "until "
     "you press “Connect account”."},
    {picture, "Page 4: the switches and the preview", "/help/valg.png"},
    {link, "What is mirrored, and which side wins", "/hjelp/speiling"},
    {heading, "5. Wait for the first mirror"},
    {paragraph,
     "It runs in the background. You can close the page, and it goes on even if the server "
     "restarts. "
     "In the end you see how many were created, changed and skipped."},
    {picture, "Page 5: the progress and the next steps", "/help/ferdig.png"},

    {article, "The API user", "api-bruker"},
    {lead, "A 24SevenOffice login that belongs to no person, so that the connection lasts."},
    {paragraph,
     "People change their password or leave, and then the connection would stop. An API user "
     "stays. "
     "Its password is stored encrypted and never shown again."},
    {heading, "How to make one in 24SevenOffice"},
    {step, "Create a new user with an e-mail address of its own that nobody else uses."},
    {step,
     "Give it the access package “Integrasjonsbruker”, with read access to projects, work types, "
     "customers and persons, and the right to change projects."},
    {step, "Check that it has access to the client you want to connect."},
    {step, "Log in with it once, so that you know the password works."},
    {heading, "No API user yet?"},
    {point,
     "“Use the same login” lets the connection log in as you. It stops the day you change your "
     "password, lose access or leave."},
    {point,
     "“Do this later” mirrors only while you are logged in. Busy reminds you until an API user is "
     "in "
     "place."},
    {heading, "Changing the API user"},
    {paragraph,
     "The new one is tried before it replaces the old one. Links, choices and history stay as they "
     "are."},
    {link, "Settings for 24SevenOffice", "/innstillinger/24sevenoffice"},

    {article, "Inviting colleagues", "invitasjoner"},
    {lead, "Add the persons from 24SevenOffice, or anybody with an e-mail address."},
    {step, "Go to “Users” and choose “Add user”."},
    {step,
     "Tick those who are to join. If somebody is missing, type e-mail address, name and role."},
    {step, "Send the invitations, or copy the links and pass them on yourself."},
    {paragraph,
     "An invitation works once, for 48 hours. You can make a new link, which kills the old one, or "
     "withdraw the invitation."},
    {heading, "Roles"},
    {point,
     "An administrator may do everything in the workspace. There must always be at least one."},
    {point, "An employee sees their own hours and their own profile."},
    {point, "A project manager also sees who takes part in the project, and can change who does."},
    {link, "Users", "/brukere"},

    {article, "Single Sign-On", "sso"},
    {lead, "Employees log in to Busy with the account they have in 24SevenOffice."},
    {paragraph,
     "Busy asks 24SevenOffice each time. You get in when the account reaches the workspace's "
     "client "
     "and you are a user there. The password is not stored."},
    {heading, "Who is who"},
    {paragraph,
     "A user is recognised by the contact in 24SevenOffice. The first time an equal e-mail address "
     "can "
     "decide it, and then the user is bound to that contact."},
    {heading, "Without Single Sign-On"},
    {paragraph,
     "Employees then log in with a Busy password, which they choose through the invitation. "
     "Administrators can still use the 24SevenOffice account."},
    {heading, "Cannot get in?"},
    {point, "Choose the right way on the log-in page: 24SevenOffice or Busy password."},
    {point, "Log in to 24SevenOffice to see whether your password works there."},
    {point, "Ask an administrator whether you are a user of the workspace."},
    {point, "After five attempts you have to wait a quarter of an hour."},

    {article, "First-time setup", "forstegangsoppsett"},
    {lead, "Gives everybody the projects and roles they have in 24SevenOffice."},
    {paragraph,
     "First-time setup reads who takes part in which projects in 24SevenOffice. From then on you "
     "manage it in Busy, on the project page."},
    {step, "See who is ready: who has logged in, and who lacks a contact."},
    {step, "Choose which project roles in 24SevenOffice make somebody a project manager in Busy."},
    {step, "See the preview, and apply it."},
    {paragraph,
     "You can run it again whenever you want: only the difference is applied. “Undo” restores what "
     "has "
     "not been changed since."},

    {article, "Registering time", "timer"},
    {lead, "What must be in place before you register time in Busy."},
    {point,
     "Projects and work types are connected, so that the hours can be invoiced from "
     "24SevenOffice."},
    {point, "The employees are users, and each is matched to their contact in 24SevenOffice."},
    {point, "First-time setup has been run, so that everybody finds their projects."},
    {paragraph,
     "A work type can only be chosen on projects that allow it. If none is ticked in "
     "24SevenOffice, all "
     "are allowed."},

    {article, "What is mirrored", "speiling"},
    {lead, "Which way things go, and which side wins when both have changed."},
    {mirrored, "How it is with you now"},
    {heading, "When"},
    {paragraph,
     "Changes in Busy go to 24SevenOffice at once. Changes in 24SevenOffice are fetched every "
     "hour, and "
     "when you press “Sync now”. Once a day everything is compared."},
    {heading, "Nothing disappears"},
    {point,
     "A project that is gone in 24SevenOffice is archived in Busy, and comes back if it comes back "
     "there."},
    {point, "If a whole list suddenly becomes much shorter, the mirror stops and asks you first."},
    {point,
     "24SevenOffice cannot deactivate projects for us. What you archive in Busy waits in the list "
     "“To "
     "be deactivated in 24SevenOffice” until it is done there."},
    {point, "The value that loses is kept in the history."},

    {article, "Error messages", "feil"},
    {lead, "Each error with its code: what happened, and what you can do."},
    {paragraph,
     "If the message has a tracking code, whoever runs the server can find out more. Nothing is "
     "lost by "
     "an error: what you have written is there when you try again."},
    {errors, "The errors"},
};

inline constexpr MirrorRules rules{
    .projects =
        "Projects: mirrored both ways. New projects in Busy are created in 24SevenOffice and get "
        "their "
        "number there.",
    .wins_erp = "If the same thing has changed on both sides, 24SevenOffice wins.",
    .wins_busy = "If the same thing has changed on both sides, Busy wins.",
    .wins_ask = "If the same thing has changed on both sides, you are asked.",
    .work_types = "Work types: fetched from 24SevenOffice, and created and changed only there.",
    .customers = "Customers: fetched from 24SevenOffice and used to group projects.",
    .persons =
        "Persons: fetched from 24SevenOffice, so that users can be matched to their contact.",
    .projects_off = "Projects: not connected.",
    .work_types_off = "Work types: not connected.",
    .customers_off = "Customers: not connected.",
    .is_paused = "The mirror is paused now: nothing of this happens before the pause is over.",
    .is_disconnected =
        "The workspace is disconnected from 24SevenOffice now: nothing of this happens before it "
        "is connected again.",
};

}  // namespace busy24::help::en
