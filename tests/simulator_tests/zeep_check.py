#!/usr/bin/python3
"""A third-party SOAP client reads the simulator's WSDL and does what an integration does.

Usage: zeep_check.py PATH-OF-busy24-simulator. Prints "N passed, M failed" and exits with 1 on failure.
"""

import datetime
import decimal
import re
import subprocess
import sys
import time

import requests
import zeep
from zeep.transports import Transport

APPLICATION = "b3a51e1c-6f0d-4c53-9f1e-7d1c6f1c2a24"
USER, PASSWORD = "kari.nordlie@fjordregnskap.example", "fjord og fjell 2026"
LONG_AGO = datetime.datetime(2000, 1, 1, tzinfo=datetime.timezone.utc)
PATHS = {
    "Authenticate": "/authenticate/v001/authenticate.asmx",
    "ClientService": "/Client/V001/ClientService.asmx",
    "CompanyService": "/CRM/Company/V001/CompanyService.asmx",
    "PersonService": "/CRM/Contact/PersonService.asmx",
    "ProjectService": "/Project/V001/ProjectService.asmx",
    "TimeService": "/timesheet/v001/timeservice.asmx",
}

passed = failed = 0


def check(name, condition):
    global passed, failed
    if condition:
        passed += 1
    else:
        failed += 1
        print("FAILED:", name)


def walk(url, suffix):
    """The whole way of an integration, over one SOAP version."""
    session = requests.Session()
    session.trust_env = False
    transport = Transport(session=session)

    def service(name):
        client = zeep.Client(url + PATHS[name] + "?wsdl", transport=transport)
        return client.bind(name, name + suffix)

    authenticate = service("Authenticate")
    credential = {"ApplicationId": APPLICATION, "Username": USER, "Password": "feil"}
    check(suffix + ": a wrong password is an empty result", not authenticate.Login(credential))
    credential["Password"] = PASSWORD
    session_id = authenticate.Login(credential)
    check(suffix + ": a right one is a session id", re.fullmatch("[a-z0-9]{24}", session_id or ""))
    session.cookies.clear()
    session.headers["Cookie"] = "ASP.NET_SessionId=" + session_id
    check(suffix + ": the session is there", authenticate.HasSession() is True)
    identities = authenticate.GetIdentities()
    check(suffix + ": four identities, one disabled",
          [bool(i.IsDisabled) for i in identities] == [False, False, False, True])
    check(suffix + ": client ids have 15 digits", all(len(str(i.Client.Id)) == 15 for i in identities))

    projects = service("ProjectService")
    active = projects.GetProjectList({"ChangedAfter": LONG_AGO})
    closed = projects.GetDeactivatedProjects({"ChangedAfter": LONG_AGO})
    check(suffix + ": 150 projects and what was saved, active and not",
          150 <= len(active) + len(closed) <= 151 and len(closed) > 10)
    check(suffix + ": names keep their signs", any('"Blåbær" <fase 2> & ' in p.Name for p in active))
    check(suffix + ": Enabled is false even for active ones", not any(p.Enabled for p in active))

    check(suffix + ": dates are dates", all(isinstance(p.DateChanged, datetime.datetime) for p in active))
    new_id = projects.SaveProject({"Name": "Zeep & sønn", "NameDisplay": "Plain", "TimeReg": "WorkType"})
    check(suffix + ": a saved project is there", projects.GetSingleProject(new_id).Name == "Zeep & sønn")
    roles = projects.GetProjectParticipants({"int": [1005, 1010]}, None)
    check(suffix + ": participants have roles", len(roles) == 2 and any(
        p.Role.Name == "Prosjektleder" for r in roles if r.Participants for p in r.Participants.Participant))
    try:
        companies = service("CompanyService")
        companies.GetCompanies({})
        check(suffix + ": a fault is a fault", False)
    except zeep.exceptions.Fault as fault:
        check(suffix + ": a fault is a fault", "Please specify at least one search parameter" in fault.message)

    time.sleep(1.1)  # more than 25 requests within a second are refused
    types = service("TimeService")
    check(suffix + ": 25 work types", sum(len(types.GetWorkTypeList({"Active": a})) for a in ("True", "False")) == 25)
    check(suffix + ": hours", 0 < len(types.GetHours({"ContactId": -2147483648, "ProjectId": -2147483648})) < 400)

    companies = service("CompanyService")
    page = companies.GetCompanySyncList({"Page": 1, "Active": None})
    check(suffix + ": 60 companies in the sync list, deleted ones too",
          page.TotalItems == 60 and any(not c.Active for c in page.Items.SyncCompany))
    found = companies.GetCompanies({"ChangedAfter": LONG_AGO}, {"string": ["Id", "Name", "Type"]})
    check(suffix + ": deleted ones are not in GetCompanies", 0 < len(found) < 60)

    check(suffix + ": e-mails are structures",
          any(c.EmailAddresses and c.EmailAddresses.Work and "@" in c.EmailAddresses.Work.Value
              for c in companies.GetCompanies({"CompanyIds": {"int": [10000, 10001, 10002]}})))
    saved = companies.SaveCompanies({"Company": [{"Name": "Uten type AS"}]})
    check(suffix + ": an error of one company is inside the answer",
          saved[0].APIException.Message == "Property Type is missing.")

    people = service("PersonService")
    persons = people.GetPersons({"IsEmployee": "True"})
    check(suffix + ": 36 employees", len(persons) == 36)
    detailed = people.GetPersonsDetailed({"GetRelationData": True})
    check(suffix + ": persons have typed e-mails, relations and decimals",
          any(p.EmailAddresses and p.EmailAddresses.EmailAddress[0].Type == "Primary" for p in detailed)
          and any(p.RelationData and p.RelationData.RelationData for p in detailed)
          and any(isinstance(p.HourCost, decimal.Decimal) for p in detailed))

    client = service("ClientService").GetClientInformation()
    check(suffix + ": the company itself", client.Name == "Granlund Bygg og Anlegg AS")


def main():
    simulator = subprocess.Popen([sys.argv[1]], stdout=subprocess.PIPE, text=True)
    try:
        url = re.search(r"http://\S+", simulator.stdout.readline()).group(0)
        for suffix in ("Soap", "Soap12"):
            walk(url, suffix)
            time.sleep(1.1)  # more than 25 requests within a second are refused
    finally:
        simulator.terminate()
        simulator.wait(10)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
