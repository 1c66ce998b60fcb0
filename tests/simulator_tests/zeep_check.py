#!/usr/bin/python3
# A third-party SOAP client reads the simulator's WSDL and does what an integration does.
#
# Usage: zeep_check.py PATH-OF-busy24-simulator
# Prints "N passed, M failed", and exits with 1 on failure.

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


class Walk:
    """The whole way of an integration, over one version of SOAP ("Soap" or "Soap12")."""

    def __init__(self, url, suffix):
        self.url = url
        self.suffix = suffix
        self.passed = self.failed = 0
        self.session = requests.Session()
        self.session.trust_env = False
        self.transport = Transport(session=self.session)

    def service(self, name):
        client = zeep.Client(self.url + PATHS[name] + "?wsdl", transport=self.transport)
        return client.bind(name, name + self.suffix)

    def check(self, name, condition):
        if condition:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED: {self.suffix}: {name}")

    def log_in(self):
        authenticate = self.service("Authenticate")
        credential = {"ApplicationId": APPLICATION, "Username": USER, "Password": "feil"}
        self.check("a wrong password is an empty result", not authenticate.Login(credential))
        credential["Password"] = PASSWORD
        session_id = authenticate.Login(credential)
        self.check("a right one is a session id", re.fullmatch("[a-z0-9]{24}", session_id or ""))
        # By hand, as an integration must for the second host.
        self.session.cookies.clear()
        self.session.headers["Cookie"] = "ASP.NET_SessionId=" + session_id
        self.check("the session is there", authenticate.HasSession() is True)
        identities = authenticate.GetIdentities()
        disabled = [bool(identity.IsDisabled) for identity in identities]
        self.check("four identities, one disabled", disabled == [False, False, False, True])
        digits = [len(str(identity.Client.Id)) for identity in identities]
        self.check("client ids have 15 digits", digits == [15, 15, 15, 15])

    def projects(self):
        projects = self.service("ProjectService")
        active = projects.GetProjectList({"ChangedAfter": LONG_AGO})
        closed = projects.GetDeactivatedProjects({"ChangedAfter": LONG_AGO})
        # The walk over the other version has saved one.
        count = len(active) + len(closed)
        self.check("150 projects, active and not", 150 <= count <= 151 and len(closed) == 21)
        names = [project.Name for project in active]
        self.check("names keep their signs", any('"Blåbær" <fase 2> & ' in n for n in names))
        self.check("Enabled is false for all", not any(project.Enabled for project in active))
        moments = [project.DateChanged for project in active]
        self.check("moments are moments", all(type(m) is datetime.datetime for m in moments))
        fresh = {"Name": "Zeep & sønn", "NameDisplay": "Plain", "TimeReg": "WorkType"}
        saved = projects.GetSingleProject(projects.SaveProject(fresh))
        self.check("a saved project is there", saved.Name == "Zeep & sønn")
        lists = [p.Participants for p in projects.GetProjectParticipants({"int": [1005]}, None)]
        roles = [person.Role.Name for people in lists for person in people.Participant]
        self.check("participants have roles", "Prosjektleder" in roles)

    def companies(self):
        companies = self.service("CompanyService")
        page = companies.GetCompanySyncList({"Page": 1, "Active": None})
        has_deleted = any(not company.Active for company in page.Items.SyncCompany)
        self.check("the sync list has deleted ones", page.TotalItems == 60 and has_deleted)
        properties = {"string": ["Id", "Name", "Type"]}
        found = companies.GetCompanies({"ChangedAfter": LONG_AGO}, properties)
        self.check("GetCompanies has not", len(found) == 57)
        some = companies.GetCompanies({"CompanyIds": {"int": [10000, 10001, 10002]}})
        emails = [company.EmailAddresses.Work.Value for company in some]
        self.check("e-mails are structures", len(emails) == 3 and all("@" in e for e in emails))
        saved = companies.SaveCompanies({"Company": [{"Name": "Uten type AS"}]})
        message = saved[0].APIException.Message
        self.check("an error of one is in the answer", message == "Property Type is missing.")
        try:
            companies.GetCompanies({})
            text = ""
        except zeep.exceptions.Fault as fault:
            text = fault.message
        self.check("a fault is a fault", "specify at least one search parameter" in text)

    def persons(self):
        persons = self.service("PersonService")
        self.check("36 employees", len(persons.GetPersons({"IsEmployee": "True"})) == 36)
        detailed = persons.GetPersonsDetailed({"GetRelationData": True})
        mails = [p.EmailAddresses.EmailAddress[0] for p in detailed if p.EmailAddresses]
        self.check("e-mails have types", {mail.Type for mail in mails} >= {"Primary"})
        self.check("some have relations", any(p.RelationData for p in detailed))
        costs = {type(person.HourCost) for person in detailed}
        self.check("costs are decimals or none", costs == {decimal.Decimal, type(None)})

    def time(self):
        types = self.service("TimeService")
        lists = [types.GetWorkTypeList({"Active": word}) for word in ("True", "False")]
        self.check("25 work types", [len(some) for some in lists] == [23, 2])
        anybody = {"ContactId": -2147483648, "ProjectId": -2147483648}
        self.check("hours", len(types.GetHours(anybody)) > 300)

    def run(self):
        self.log_in()
        self.projects()
        time.sleep(1.1)  # more than 25 requests within a second are refused
        self.companies()
        self.persons()
        self.time()
        client = self.service("ClientService").GetClientInformation()
        self.check("the company itself", client.Name == "Granlund Bygg og Anlegg AS")
        time.sleep(1.1)


def main():
    simulator = subprocess.Popen([sys.argv[1]], stdout=subprocess.PIPE, text=True)
    try:
        url = re.search(r"http://\S+", simulator.stdout.readline()).group(0)
        walks = [Walk(url, suffix) for suffix in ("Soap", "Soap12")]
        for walk in walks:
            walk.run()
    finally:
        simulator.terminate()
        simulator.wait(10)
    passed = sum(walk.passed for walk in walks)
    failed = sum(walk.failed for walk in walks)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
