"""List nouns for people by what they are, do, or what befell them."""

from __future__ import annotations

from typing import Final

from readout.text.event_lists import listed

PEOPLE: Final = listed(
    "castaway chef cleric congregant consultant cowherd dean graduate hooligan intern local mason newborn orderly postgraduate "
    "rabbi sherpa stagehand steward stewardess stowaway trainee undergraduate vandal waitress "
    "abductee abductor academic accountant activist actor ambassador anaesthetist angler applicant apprentice artist "
    "asylum-seeker athlete attache auditor author bailiff banker believer beneficiary bishop bomber boss boy breeder "
    "bricklayer broker builder bystander cabbie cadet cameraman campaigner candidate canvasser captive captor carer "
    "caretaker carpenter chemist child citizen civilian claimant cleaner clerk client climber coach colleague comedian "
    "commuter complainant conscript constable consul convict cook councillor courier creditor crewmate critic customer "
    "cyclist dancer defendant delegate demonstrator dentist deportee depositor deputy detainee diplomat director "
    "dissident diver docker doctor donor driver editor electrician employee engineer envoy evacuee executive exile "
    "expert family fan farmer fighter firefighter fisher fisherman follower forester fraudster girl goalkeeper grower "
    "guard guest gunman hacker headteacher herder highlander hijacker holidaymaker homeowner hostage household husband "
    "handler imam inmate inspector internee investor islander jailer jockey journalist judge juror kidnapper labourer landlord "
    "lawmaker lawyer leader lecturer lifeguard lorry-driver loyalist magistrate man manager marcher marine mariner "
    "mediator medic member mercenary midfielder midwife migrant militiaman miner minister monitor monk motorist mourner "
    "musician nationalist negotiator neighbor neighbour newcomer nomad notary nun nurse observer officer official "
    "onlooker opponent organiser organizer orphan paramedic paratrooper parent passenger patient picket peacekeeper pensioner "
    "person petitioner pharmacist photographer physician picketer pilgrim pilot plaintiff player poacher poet porter "
    "priest prisoner professor prosecutor protester protestor pupil railwayman ranger rebel recipient recruit referee "
    "reformer refugee relative reporter rescuer researcher reservist resident robber rower sailor saver scientist "
    "seafarer seaman seamstress senator separatist settler shareholder shopkeeper signatory singer skier smuggler sniper "
    "soldier solicitor spectator spouse squatter stallholder stevedore striker student supporter surgeon surveyor "
    "survivor swimmer sympathiser tailor taxi-driver teacher team-mate teammate technician teenager tenant thief "
    "ticket-holder tourist townspeople trader trafficker trainer traveller trucker unionist vendor vet veteran victim "
    "villager volunteer voter waiter warden warder welder widow wife witness woman worker worshipper youth"
)
# Of them those that are no single person, and those that are things too: bombers, captains of none.
NO_PERSONS: Final = listed("family household bomber")
PERSONS: Final = PEOPLE - NO_PERSONS
