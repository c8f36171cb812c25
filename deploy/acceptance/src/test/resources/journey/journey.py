"""What a team writes that has nothing but the generated clients.

Takes the addresses, tokens and an organ; prints the outcome and how many the matrix counts.
"""
import sys
import time
from datetime import date

import requests_client
import statistics_client
from requests_client import Applicant, ApplicantType, ApplicationRequest, Channel
from requests_client import ConcludedStep, Outcome, StepRequest
from statistics_client import FormRow

requests, recorder, statistics, analyst, organ, number = sys.argv[1:]

register = requests_client.ApiClient(
    requests_client.Configuration(host=requests, access_token=recorder))
applications = requests_client.ApplicationsApi(register)
posted = applications.register_application(ApplicationRequest(
    organCode=organ, sourceReference=number, receivedOn=date(2023, 4, 3), channel=Channel.POST,
    applicant=Applicant(type=ApplicantType.NATURAL_PERSON, name='李四')))
concluded = applications.append_step(posted.id, StepRequest(ConcludedStep(
    type='CONCLUDED', on=date(2023, 4, 20), outcome=Outcome.NOT_HELD)))
print(concluded.outcome.value)

tables = statistics_client.TablesApi(statistics_client.ApiClient(
    statistics_client.Configuration(host=statistics, access_token=analyst)))
received = 0
until = time.monotonic() + 30
while received == 0 and time.monotonic() < until:
    time.sleep(1)
    matrix = tables.get_matrix(organ=organ, month='2023-04')
    received = next(row for row in matrix.rows if row.code == FormRow.NEWLY_RECEIVED).total
print(received)
