"""Make every event ready to be compared: which act it reports, what became of it, who, when, where, in which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from readout.lexicon.deeds import deeds
from readout.records import Attribution, Document, Event, Involvement, Story, Word
from readout.stages.fuse.askers import Askers, askers_of
from readout.stages.fuse.doers import done_by, refuser
from readout.stages.fuse.fates import OFFERED, declined, ended, fate_of, for_a_purpose, foreseen, ran_its_course
from readout.stages.fuse.forms import OWN_FORM, form_of
from readout.stages.fuse.gainsaid import gainsaid
from readout.stages.fuse.keepers import organiser
from readout.stages.fuse.offers import only_offered, turned_down
from readout.stages.fuse.pronouns import meant
from readout.stages.fuse.telling import (
    AGAIN,
    AGAIN_BEHIND,
    DEFINITE,
    Days,
    Involved,
    Party,
    People,
    Telling,
    days_of,
    numbers_of,
    planned_days,
    size_of,
    written_on,
)
from readout.stages.fuse.themes import WORD, Wordings, stems
from readout.stages.fuse.undone import called_off
from readout.tables import Table
from readout.text import senses
from readout.text.acts import CALAMITY, REAL, SPOKEN, Act, act_of, own_days
from readout.text.collectives import is_body
from readout.text.event_tree import listed
from readout.text.origins import Origins
from readout.text.people_nouns import are_people
from readout.text.stem import stem
from readout.text.told_people import is_person

# What leaves no occurrence: nobody says that it was, is, or will be.
NOTHING = frozenset(("question", "hypothetical"))
NOT_YET = re.compile(r"\b(?:will|to|be|shall|would|may|might|can|could|should|must|if|being)\s+(?:\w+\s+)?$", re.I)
OURSELVES = frozenset(("we", "i"))
NEVER = re.compile(r"\bnever\b|\b(?:no|none|nobody|neither)\b.*\b(?:has|have|had)\b", re.I)
FAR = 120  # characters before a word in which its clause denies it
BEFORE, BEHIND = 12, 26  # characters around a trigger in which the form of a meeting is told
OWN_WISH = re.compile(r"\b(?:want|wants|wanted|wish|wishes|wished|hopes?|hoped|would like)\s+to\s+(?:\w+ly\s+)?$", re.I)
DEFIANT = frozenset(("REJECT", "SANCTION", "RETREAT", "CONCEDE", "COERCE"))  # types as which calling off is read
PROMISABLE = frozenset(("AID", "COOPERATE", "RETREAT", "CONCEDE", "AGREE", "SUPPORT"))
PLEDGED = frozenset(map(stem, listed("pledge promise vow guarantee")))
# Who asks whom what, whether, how: nothing stands between that tells what is asked for.
INQUIRING = re.compile(r"(?:ask|asks|asked|asking|inquired?|enquired?|wondere?d?)$", re.I)
WONDERED = re.compile(r"(?:(?! to | for | that )[^.?!;])*?\b(?:what|whether|how|if|why|when|where)\b", re.I)
AGAINST = re.compile(r"\bappeal\w*\s+(?:against\s+)?(?:an?|the|its|his|her|their)\s+(?:\w+\s+)?$", re.I)
UNTIL = re.compile(r"\b(?:before|until|till|unless|once|if)\s+(?:[\w’'-]+\s+){1,4}$", re.I)
ANNOUNCED = frozenset(("CONSULT", "PROTEST", "MOBILIZE", "AID"))
NONE_AHEAD = re.compile(r"\bthere (?:will|is to|are to|would) be no\s+(?:[\w-]+\s+){0,2}$|\bwill no longer\s+$", re.I)
HAD_BEEN_PLANNED = re.compile(
    r"\b(?:planned|scheduled|announced|set|fixed|due)\b[^.;!?]*\bdid not (?:take place|happen|go ahead)", re.I
)
PLANNED_ONCE = re.compile(
    r"\bhad (?:originally |first |initially )?been (?:planned|scheduled|set|due|fixed|announced|expected)\b|\bwas to have\b", re.I
)
WENT_AHEAD = re.compile(r"\b(?:went|goes?|go) ahead|took place|as planned|was held|postponed|put off|delayed|began|started\b", re.I)
WOULD_WHEN = re.compile(r"\bwould\s+(?!have\b)[^.,;:!?\"”]*\b(?:when|once|as soon as)\s+(?:[\w’'-]+\s+){1,5}$", re.I)
MUM = re.compile(
    r"\s+to\s+(?:say|repeat|comment|answer|give (?:a|any|further)|elaborate|speak|confirm|name|be (?:named|drawn|quoted))\b"
)
SILENT = frozenset(map(stem, listed("comment say answer speak elaborate discuss confirm disclose talk")))
TRIAL = re.compile(r"\b(?:trial|hearing|inquest)\b[^.;!?]*$", re.I)
OPENING = re.compile(r"(?:open|begin|start)(?:s|ed)?$|began$", re.I)
WISHED = frozenset(("CONSULT", "AID", "COOPERATE", "RETREAT", "CONCEDE", "AGREE"))
WISHED_FOR = re.compile(
    r"\b(?:request|demand|call|appeal|proposal|plea|application|permission|invitation|hope|bid|push)s?\b[^.,;:!?]{0,40}\b"
    r"for\s+(?:(?:an?|the|any|another|further|new|more|early|quick|immediate)\s+)*(?:\w+\s+)?$", re.I,
)  # fmt: skip
# Words that ask for something only with what is asked for behind them.
SHOVING = re.compile(r"(?:push|press|command|instruct|advise|tell|told)(?:es|ed|ing|s|d)?$", re.I)
WANTED = re.compile(r"[^.,;:!?]*\b(?:to|for|that|not)\b", re.I)
UNWILLING = re.compile(r"\b(?:would|will)\s+not\s+(?:\w+ly\s+)?$|\b(?:wo|would)n['’]t\s+$", re.I)
SINCE = re.compile(r"[^.,;:!?]*\bsince\s+(?!then\b)", re.I)
# What stands before the scene of an act.
THERE = re.compile(
    r"\b(?:in|at|near|off|from|through|across|towards?|outside|around|between|within|over|on) (?:the )?(?:[\w-]+ )?$", re.I
)
# Words that greet a guest, or take what is no guest: a request, a letter. Only what is met with a thing is no meeting: whom the
# words do not know for a person may be one.
TAKING = listed("receive welcome greet meet host")
MET = listed(
    "demand condition deadline target goal need requirement request cost standard criterion obligation expectation bill resistance "
    "opposition criticism silence fate death challenge protest anger end approval"
)
COMING = listed("visit talk call meeting summit conference delegation mission session round chargé audience party side")
NOBODY = listed("it this that which what")
PASSIVE = re.compile(r"be\b", re.I)
DEMANDING = re.compile(r"(?:demand|insist)", re.I)
INVITING = frozenset(("invite", "invitation", "welcome"))
# Verbs that only say that something was done, which their object names.
LIGHT = listed(
    "impose levy slap launch stage hold carry conduct announce declare order open begin start make issue mount lodge file"
)
PARTICLE = re.compile(r"\s+(?:back|over|part|place|up|on|off|out)\b", re.I)
CALL = stem("call")
HARM = frozenset(map(stem, listed("kill killed injure injured hurt wound wounded drown drowned die bury crush")))


def tellings(
    documents: Table[Document], wordings: Wordings, events: Table[Event], involvements: Table[Involvement],
    known: People, stories: Table[Story], origins: Origins, attributions: Table[Attribution],
) -> list[Telling]:  # fmt: skip
    """Make every event ready to be compared, in order of page and place."""
    texts = {d.doc_id: d for d in documents}
    story_of = {doc_id: s.story_id for s in stories for doc_id in s.doc_ids}
    involved: Involved = {(str(i.about), str(i.role), i.position): i for i in involvements}
    ordered = sorted(events, key=lambda e: (e.doc_id, e.start, e.event_id))
    asking = askers_of(attributions, ordered, involved, known)
    made = befallen_with(
        telling(e, texts[e.doc_id], wordings, story_of.get(e.doc_id, e.doc_id), involved, asking, origins)
        for e in ordered
        if e.status not in NOTHING and not never(e, texts[e.doc_id].text)
    )
    return done_by(foreseen(for_a_purpose(declined(meant(gainsaid(made, wordings))))), known, involved)


def befallen_with(told: Iterable[Telling]) -> list[Telling]:
    """Take the dead and hurt of a sentence that tells a calamity, whom nobody killed, as told of the calamity."""
    made = list(told)
    calamities = {t.event.sentence_id: t for t in reversed(made) if t.kind == CALAMITY}
    for at, t in enumerate(made):
        over = calamities.get(t.event.sentence_id)
        if over and t.kind == "ASSAULT" and not t.actors and HARM & set(t.trigger.split()):
            made[at] = replace(t, kind=CALAMITY, status=over.status, event=replace(t.event, mode=over.event.mode))
    return made


def never(event: Event, text: str) -> bool:
    """Tell whether an event says of an act that it never was, by nobody: the two have never met, no minister has been here."""
    before = text[max(0, event.start - FAR) : event.start]
    return event.status == "negated" and bool(NEVER.search(re.split(r"[.!?\n]", before)[-1]))


def telling(
    event: Event, document: Document, wordings: Wordings, story: str, involved: Involved, asking: Askers, origins: Origins,
) -> Telling:  # fmt: skip
    """Make one event ready to be compared."""
    known = asking.known
    actors = known.parties(event, "actor", involved)
    recipients = known.parties(event, "recipient", involved)
    if event.mode == "visit" and event.holder in INVITING and event.status == "proposed":
        actors, recipients = recipients, actors  # who is invited visits
    if by := turned_down_by(event, wordings, document.text, known, actors):
        actors, recipients = by, actors  # who turns an offer down refuses those who made it
    if ended(event, wordings.words(event)) and not any(p.entity for p in actors):
        ends = refuser(wordings.words(event), event.holder or "", document.text)  # its embargo: that of who suspends it
        named_end = known.named(ends) if ends else None
        actors = (named_end,) if named_end else actors
    if not any(p.entity for p in actors) and (by_name := organiser(event, wordings.words(event), document.text, known)):
        actors = (by_name,)
    written, text = written_on(document), document.text
    sentence = wordings.sentence(event)
    trigger = " ".join(stem(w.lower()) for w in WORD.findall(deed(wordings.words(event), event, text)))
    days = days_of(event, written, event.sentence_id in wordings.leading)
    before, own, behind = text[sentence[0] : event.start], text[event.start : event.end], text[event.end : sentence[1]]
    event, act, days = own_act(event, (before, own, behind), (written, days), wordings.words(event))
    if event.status == "cancelled" and act.status in ("happened", "denied") and event.holder:
        trigger = stem(event.holder.lower())  # the act is to suspend the embargo, not the embargo
    near = text[max(sentence[0], event.start - BEFORE) : min(sentence[1], event.end + BEHIND)]
    if threatened(event, (*actors, *recipients), involved):
        act = Act("THREATEN", "happened")
    elif demanded(event, own, actors, involved):
        act = Act(act.kind, "happened")
    offer = only_offered(event, act, wordings.words(event), text[slice(*sentence)])
    offered, act = offer is not act, offer
    actors, recipients = asking.given(event, act.kind, wordings.words(event), text, (actors, recipients))
    days = planned_days(event, days, written)
    named = frozenset(w for p in (*actors, *recipients) for w in p.words)
    theme = wordings.theme(event, named, act.kind == event.type)
    return Telling(
        event, act.kind, act.status, story, written, actors, recipients, own_days(act, days, written),
        known.spot(event.place), trigger, theme, families(trigger, behind), text[slice(*sentence)],
        origins.of((event.doc_id, event.start, event.end)), form_of(near) or OWN_FORM.get(event.mode or ""), own, numbers_of(event),
        size_of(event.recipients), bool(DEFINITE.search(before)),
        known.implied(event, (*actors, *recipients)), bool(AGAIN.search(before) or AGAIN_BEHIND.match(behind)),
        acting_for=known.represented(actors), standing_for=known.represented(recipients),
        ran=ran_its_course(wordings.words(event), event, text), depth=wordings.depth(event),
        sense=senses.read(event.sense) if event.sense else None, offered=offered, there=told_as_there(event, recipients, text),
        verbal=any(w.start == event.start and w.upos in ("VERB", "AUX") for w in wordings.words(event)),
    )  # fmt: skip


def told_as_there(event: Event, recipients: Sequence[Party], text: str) -> frozenset[str]:
    """Give the keys of places that a preposition makes the scene of an act."""
    behind = [p.text for p in event.recipients if THERE.search(text[max(0, p.start - BEFORE) : p.start])]
    words = {w for told in behind for w in stems(told)}
    return frozenset(p.key for p in recipients if p.place and p.words <= words)


def turned_down_by(
    event: Event, wordings: Wordings, text: str, known: People, actors: Sequence[Party]
) -> tuple[Party, ...]:
    """Give who refuses what an event tells as offered by others; none where those who would act refuse themselves."""
    if event.status != "refused" or event.type not in OFFERED or not event.holder or not actors:
        return ()
    words = refuser(wordings.words(event), event.holder, text)
    party = known.named(words) if words else None
    if party is None or any(p.key == party.key or (p.country and p.country == party.country) for p in actors):
        return ()
    return (party,)


def own_act(
    event: Event, around: tuple[str, str, str], when: tuple[int | None, Days | None], words: Sequence[Word]
) -> tuple[Event, Act, Days | None]:
    """Say which act an event reports and on what days, also where it takes something for a guest or calls something off."""
    act, days = worded(event, around, when), when[1]
    undone = called_off(words, event.start, event.end) if event.type in DEFIANT else None
    if fate := turned_down(event, words) or fate_of(event, words, around[0], around[2]):
        return event, fate, days
    if act.status in REAL and act.kind not in SPOKEN and WOULD_WHEN.search(around[0]):
        return event, Act(act.kind, "planned"), None  # it would be settled when she came: she has not come
    if undone and event.status in ("happened", "reported"):  # the day told is that of the calling off
        return replace(event, mode="visit" if undone.journey else None), Act(undone.kind, undone.status), None
    if act.kind == "CONSULT" and no_guest(words, event):
        praised = around[1].lower().startswith("welcom")
        act = Act("SUPPORT", act.status) if praised else Act(act.kind, "question")
    return event, act, days


def worded(event: Event, around: tuple[str, str, str], when: tuple[int | None, Days | None]) -> Act:
    """Say which act an event reports, by its own words, those before and those behind them in the sentence."""
    (before, own, behind), (written, days) = around, when
    act = act_of(event, written, days[0] if days else None)
    if act.kind == "CONSULT" and stem(own.lower()) == CALL and behind.startswith(" on "):
        act = Act("REQUEST", act.status)  # who calls on a minister mostly wants something of him
    if act.status == "planned" and days and written and days[1] < written and planned_once(before + own + behind):
        return Act(act.kind, "cancelled")  # it had been planned for a day that is over
    if act.kind in SPOKEN and act.status == "planned" and said_already(own, before):
        act = Act(act.kind, "happened")  # who agreed for a day ahead has agreed
    if act.status == "planned" and promised(act.kind, own, before):
        return Act("AGREE", "happened")  # who pledged a million has pledged it
    if act.kind == "AGREE" and act.status == "planned" and event.holder == "announce":
        return Act(act.kind, "happened")  # who announces an agreement has it
    if event.holder == "appeal" and AGAINST.search(before):
        return Act(act.kind, "question")  # who appeals against a fine asks for none
    if act.status in REAL and UNTIL.search(before) and own.lower().endswith("s"):
        return Act(act.kind, "conditional")  # not before the front lays down its arms
    if act.status == "denied" and before.endswith(" to ") and behind.startswith((" no ", " nothing")):
        return Act(act.kind, "question")  # who has undertaken to send no ship denies none
    if (
        act.status == "negated"
        and act.kind in ANNOUNCED
        and (NONE_AHEAD.search(before) or HAD_BEEN_PLANNED.search(behind))
    ):
        return Act(
            act.kind, "cancelled"
        )  # there will be no strike after all; the meeting planned for Friday did not take place
    if act.kind == "REJECT" and act.status == "negated" and UNWILLING.search(before):
        return Act(act.kind, "happened")  # who would not hear of it has turned it down
    if act.kind == "CONSULT" and act.status == "negated" and SINCE.match(behind):
        return Act(act.kind, "historical")  # who have not met since March met then
    if act.status == "failed" and act.kind in ("SANCTION", "COERCE"):
        return Act(act.kind, "question")  # the embargo fails the test: there may be one
    if act.kind == "REJECT" and (MUM.match(behind) or stem(own.lower()) in SILENT):
        return Act(act.kind, "question")  # who declined to say or comment has refused nothing that anyone asked for
    if act.kind == "COOPERATE" and TRIAL.search(before) and OPENING.match(own):
        return Act(act.kind, "question")  # a trial opens
    if act.kind in WISHED and act.status in REAL and WISHED_FOR.search(before):
        return Act(act.kind, "proposed")  # a request for a visit is none
    if act.kind == "REQUEST" and event.type != "REQUEST" and OWN_WISH.search(before) and not PASSIVE.match(own):
        return Act(event.type or act.kind, "proposed")  # who wants to go asks nobody
    if event.type == "REQUEST" and (
        (INQUIRING.match(own) and WONDERED.match(behind)) or (SHOVING.match(own) and not WANTED.match(behind))
    ):
        return Act(act.kind, "question")  # who asks whether wants to know; who pushes a door open wants nothing
    return act


def planned_once(sentence: str) -> bool:
    """Tell whether something had been planned, of which nothing says that it went ahead or was put off."""
    return bool(PLANNED_ONCE.search(sentence)) and not WENT_AHEAD.search(sentence)


def no_guest(words: Sequence[Word], event: Event) -> bool:
    """Tell whether a verb of receiving has a thing for its object: received a request, welcomed the deal, met the conditions."""
    at = next((i for i, w in enumerate(words) if w.start == event.start and w.lemma.lower() in TAKING), None)
    if at is None or words[at].upos != "VERB" or any(w.head == at and w.deprel == "nsubj:pass" for w in words):
        return False  # who has been received is the guest
    things = [w for w in words if w.head == at and w.deprel == "obj" and w.upos in ("NOUN", "PRON") and w.ner == "O"]
    if words[at].lemma.lower() == "meet":
        return any(w.lemma.lower() in MET for w in things)
    named = (*event.recipients, *event.actors)
    nobody = (w for w in things if not any(p.start <= w.start < p.end for p in named))
    return any(w.lemma.lower() in NOBODY or (w.upos == "NOUN" and not somebody(w)) for w in nobody)


def somebody(word: Word) -> bool:
    """Tell whether a noun means a person, people or a body, or their coming: received a visit, hosted the talks."""
    lemma = word.lemma.lower()
    return lemma in COMING or is_person(lemma) or are_people(lemma) or are_people(f"{lemma}s") or is_body(lemma)


def said_already(trigger: str, before: str) -> bool:
    """Tell whether a word of saying stands in the past: they agreed, not they will be agreed."""
    return trigger.lower().endswith("ed") and not NOT_YET.search(before)


def promised(kind: str, trigger: str, before: str) -> bool:
    """Tell whether the word for what is ahead is itself a verb of promising in the past or in a headline's present: pledged aid."""
    made = trigger.lower().endswith(("ed", "es")) and stem(trigger.lower()) in PLEDGED and not NOT_YET.search(before)
    return made and kind in PROMISABLE


def demanded(event: Event, own: str, parties: Sequence[Party], involved: Involved) -> bool:
    """Tell whether a side says that it will demand something: then it has."""
    speaker = involved.get((event.attributed_to or "", "speaker", 0))
    if event.type != "REQUEST" or event.status != "planned" or speaker is None or not DEMANDING.match(own):
        return False
    return any(p.key == speaker.entity_id or (p.country and p.country == speaker.country) for p in parties)


def threatened(event: Event, parties: Sequence[Party], involved: Involved) -> bool:
    """Tell whether a side says what it would do to another if: it has threatened, whatever comes of it."""
    if event.status != "conditional" or event.coded_type != "THREATEN" or not event.attributed_to:
        return False
    speaker = involved.get((event.attributed_to, "speaker", 0))
    acting = {p.text.lower() for p in event.actors} & OURSELVES
    return bool(acting) or (
        speaker is not None
        and any(p.key == speaker.entity_id or (p.country and p.country == speaker.country) for p in parties[:1])
    )


def deed(words: Sequence[Word], event: Event, text: str) -> str:
    """Give the words for a deed: those of the trigger, or of its object where the verb only says that it was done: imposed a fine,
    announced an inquiry."""
    own = text[event.start : event.end]
    at = next((i for i, w in enumerate(words) if w.start == event.start and w.upos == "VERB"), None)
    if at is None or words[at].lemma.lower() not in LIGHT:
        return own
    things = [w for w in words if w.head == at and w.deprel in ("obj", "nsubj:pass") and w.upos == "NOUN"]
    return text[things[0].start : things[0].end] if len(things) == 1 else own


def families(trigger: str, behind: str = "") -> frozenset[str]:
    """Give the families of deeds the words of a trigger stand in; who holds back a list or takes part has arrested nobody."""
    known = deeds()
    found = frozenset(f for w in trigger.split() for f in known.get(w, ()))
    return found - {"arrest"} if PARTICLE.match(behind) else found
