#!/usr/bin/python3
"""A third-party SOAP client reads the simulator's WSDL and does what an integration does.

Usage: zeep_check.py PATH-OF-busy24-simulator. Prints "N passed, M failed" and exits with 1 on failure.
"""

import datetime
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
    check(suffix + ": 150 projects, active and not", len(active) + len(closed) == 150 and len(closed) > 10)
    check(suffix + ": names keep their signs", any('"Blåbær" <fase 2> & ' in p.Name for p in active))
    check(suffix + ": Enabled is false even for active ones", not any(p.Enabled for p in active))

    types = service("TimeService")
    check(suffix + ": 25 work types", sum(len(types.GetWorkTypeList({"Active": a})) for a in ("True", "False")) == 25)
    check(suffix + ": hours", 0 < len(types.GetHours({"ContactId": -2147483648, "ProjectId": -2147483648})) < 400)

    companies = service("CompanyService")
    page = companies.GetCompanySyncList({"Page": 1, "Active": None})
    check(suffix + ": 60 companies in the sync list, deleted ones too",
          page.TotalItems == 60 and any(not c.Active for c in page.Items.SyncCompany))
    found = companies.GetCompanies({"ChangedAfter": LONG_AGO}, {"string": ["Id", "Name", "Type"]})
    check(suffix + ": deleted ones are not in GetCompanies", 0 < len(found) < 60)

    persons = service("PersonService").GetPersons({"IsEmployee": "True"})
    check(suffix + ": 36 employees", len(persons) == 36)

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
