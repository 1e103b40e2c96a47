"""Judge whether two events can be reports of one occurrence: by act, status, day, place, parties, words."""

from __future__ import annotations

from readout.stages.fuse.calamities import both_calamities, kindred
from readout.stages.fuse.rejections import one_rejection
from readout.stages.fuse.strikes import STRIKE_LASTS, STRIKES
from readout.stages.fuse.telling import MUTUAL, Telling
from readout.stages.fuse.themes import likeness
from readout.stages.fuse.who import ANYBODY, DESCRIBED, alike, other_sides, together, two_countries
from readout.text.acts import REAL, SPOKEN, UNREAL
from readout.text.day_bases import by_text
from readout.text.stem import stem

ELSEWHERE = 0.3  # of what one traveller says, where neither the hosts nor the place of two visits are the same; ours
MANY_TIMES = 4  # the larger of two counts of one deed is at most so many times the smaller; ours
ONE_SIDE_EACH = 0.1
TOPICAL = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE", "AID", "COOPERATE"))
# Types between which reports of one act waver.
NEAR = frozenset(map(frozenset, (("CONCEDE", "RETREAT"), ("AGREE", "COOPERATE"), ("AID", "COOPERATE"))))
# Deeds, which words of different families keep apart.
MATERIAL = frozenset(("COERCE", "ASSAULT", "SANCTION", "AID", "COOPERATE", "RETREAT", "MOBILIZE", "PROTEST"))
SAME_SUBJECT = 0.3  # cosine of clauses from which two deeds under different words can be one; ours
# Families of words for one deed, whichever type its report is read as, and the types between which that wavers.
ONE_DEED = frozenset(("withdraw", "release", "expel", "arrest", "shoot", "bomb", "kill"))
SIDES = (
    frozenset(("REJECT", "SANCTION", "COERCE", "ASSAULT", "ACCUSE")), frozenset(("RETREAT", "CONCEDE", "COOPERATE")),
)  # fmt: skip
PROMISES = frozenset(
    map(stem, ("promise", "promised", "pledge", "pledged", "vow", "vowed", "undertook", "undertaking"))
)
TRIPS = frozenset(map(stem, ("trip", "journey", "tour", "stopover", "visit")))
UNDONE = frozenset(("planned", "proposed", "conditional"))
POINTED = 0.08  # the same where a clause points back to what was said before it; ours
TOPIC = 0.14  # cosine of themes below which two sayings or promises are about different things


def off_without_day(one: Telling, other: Telling) -> bool:
    """Tell whether one was called off or put off and the other was not, on pages of which one has no day: nothing orders them, so
    that the same people alone do not make one plan of two."""
    off = [t.status in ("cancelled", "postponed") for t in (one, other)]
    return off[0] != off[1] and None in (one.written, other.written) and not (one.days and other.days)


def one_strike(one: Telling, other: Telling) -> bool:
    """Tell two reports of a strike that goes on: it is spoken of for days, by those on strike, their union, their number."""
    both = one.kind == other.kind == "PROTEST" and one.event.mode == other.event.mode == "boycott"
    if not both or not {one.trigger, other.trigger} & STRIKES or one.again != other.again:
        return False
    unions = [any(p.entity and not p.person and not p.generic for p in t.actors) for t in (one, other)]
    people = together(one.actors, other.actors)
    return one.status in REAL and other.status in REAL and (people is not None or any(unions))


def subject(one: Telling, other: Telling) -> float:
    """Compare what two events are about: their clauses, their sentences; where one points back, what was told before it."""
    whole = likeness(one.theme.sentence, other.theme.sentence)
    if one.event.doc_id == other.event.doc_id:
        above = likeness(told_above(one), told_above(other)) if one.theme.headline != other.theme.headline else 0.0
        return max(above, likeness(one.theme.clause, other.theme.clause))
    if one.theme.points_back or other.theme.points_back:
        return max(whole, likeness(told_above(one), told_above(other)))
    return max(whole, likeness(one.theme.clause, other.theme.clause))


def told_above(told: Telling) -> frozenset[str]:
    """Give the words of an event's sentence, and where it points back those of the sentences before it."""
    return told.theme.context if told.theme.points_back else told.theme.sentence


def topics_fit(one: Telling, other: Telling, about: float) -> bool:
    """Tell whether two sayings or promises can be about one thing."""
    if one.kind != other.kind and one.trigger == other.trigger and about < SAME_SUBJECT:
        return frozenset((one.kind, other.kind)) in NEAR
    if not {one.kind, other.kind} & TOPICAL:
        return True
    if not one_rejection(one, other):
        return False
    if one.kind == "ACCUSE" and one.event.mode != other.event.mode and about < SAME_SUBJECT:
        return False
    if one.kind == other.kind == "REJECT" and one.event.type == other.event.type != "REJECT" and both_named(one, other):
        return True
    back = one.theme.points_back or other.theme.points_back or named_there(one, other) or named_there(other, one)
    back = back or (one.kind == other.kind == "REJECT" and both_named(one, other))
    return about >= (POINTED if back else TOPIC)


def named_there(one: Telling, other: Telling) -> bool:
    """Tell whether what one is about stands among those it is done to, and in the sentence of the other: refuses observers."""
    return any((p.generic or not p.entity) and p.words and p.words <= other.theme.sentence for p in one.recipients)


def both_named(one: Telling, other: Telling) -> bool:
    """Tell whether two events name the same two sides."""
    sides = [
        ({p.key for p in t.actors if p.entity}, {p.key for p in (*t.recipients, *t.answered) if p.entity})
        for t in (one, other)
    ]
    return bool(sides[0][0] & sides[1][0] and sides[0][1] & sides[1][1])


def deeds_fit(one: Telling, other: Telling, about: float) -> bool:
    """Tell whether two deeds can be one: one word or family of words; else the same people or things done to."""
    if one.kind not in MATERIAL or other.kind not in MATERIAL:
        return True
    if not sizes_fit(one, other):
        return False
    if one.trigger == other.trigger:
        return True
    if one.families and other.families:
        return bool(one.families & other.families)
    if one.kind == other.kind == "PROTEST" and one.event.mode and one.event.mode == other.event.mode:
        return True
    touched = any(alike(p, q) >= DESCRIBED and not (p.bare or q.bare or p.place or q.place)
                  for p in one.recipients for q in other.recipients)  # fmt: skip
    return touched or about >= SAME_SUBJECT


def sizes_fit(one: Telling, other: Telling) -> bool:
    """Tell whether the numbers of people or things done to can be counts of one deed at two hours: 43 and 57, not 2 and 43."""
    if not one.size or not other.size:
        return True
    return max(one.size, other.size) <= MANY_TIMES * min(one.size, other.size)


def journey(told: Telling) -> bool:
    """Tell whether an event is a visit rather than what took place on it."""
    return told.event.mode == "visit" or (told.kind == "CONSULT" and told.trigger in TRIPS)


def contradict(one: Telling, other: Telling) -> bool:
    """Tell whether two events cannot be one whatever others say: other days, or other people in one part."""
    if both_calamities(one, other):
        return not days_fit(one, other) or not kindred(one, other)
    if not days_fit(one, other):
        return True
    if one.suffered != other.suffered:
        return False  # the dead are some of those attacked
    denied = "denied" in (one.status, other.status)  # who denies a shot need not be who is said to have fired it
    if same_act(one, other) and participants(one, other) is None and not denied:
        return True
    if same_act(one, other) and (still_ahead(one, other) or still_ahead(other, one)):
        return True
    return one.kind in MATERIAL and bool(one.families and other.families) and not deeds_fit(one, other, 0.0)


def nameless(told: Telling) -> bool:
    """Tell whether an event names nobody: the strike of 2016."""
    return not any((p.entity and not p.generic) or p.country for p in told.parties)


def same_dates(one: Telling, other: Telling) -> bool:
    """Tell whether the text dates two events alike."""
    dates = {(t.event.date_start, t.event.date_end) for t in (one, other)}
    return len(dates) == 1 and one.days is not None and all(by_text(t.event.date_basis) for t in (one, other))


def one_day(one: Telling, other: Telling) -> bool:
    """Tell whether two narrow dates share a day as they are told, or one is only that of its page."""
    if not all(by_text(t.event.date_basis) for t in (one, other)):
        return True
    spans = [(str(t.event.date_start), str(t.event.date_end or t.event.date_start)) for t in (one, other)]
    return max(s for s, _ in spans) <= min(e for _, e in spans)


def narrow(told: Telling) -> bool:
    """Tell whether an event is dated to a few days."""
    return told.days is not None and told.days[1] - told.days[0] <= 4


def same_act(one: Telling, other: Telling) -> bool:
    """Tell whether the acts can be one: one type, near types, or one word of one quad."""
    if one.kind == other.kind:
        return True
    if frozenset((one.kind, other.kind)) in NEAR:
        return not (kept(one, other) or kept(other, one))
    if one.families & other.families & ONE_DEED and any({one.kind, other.kind} <= side for side in SIDES):
        return True
    own = one.kind == one.event.type and other.kind == other.event.type
    return one.trigger == other.trigger and one.event.quad == other.event.quad and own


def kept(one: Telling, other: Telling) -> bool:
    """Tell whether one is a promise and the other a deed done, by which it may have been kept: promised to hand it over, handed it
    over."""
    promised = one.trigger in PROMISES or stem(one.event.holder or "") in PROMISES
    return one.kind == "AGREE" and promised and other.kind != "AGREE" and other.past


def statuses_fit(one: Telling, other: Telling) -> bool:
    """Tell whether two statuses can be stations of one act: what was called off did not happen."""
    pair = {one.status, other.status}
    if ("historical" in pair and len(pair) > 1) or still_ahead(one, other) or still_ahead(other, one):
        return False
    return not (called_off(one, other) or called_off(other, one))


def called_off(one: Telling, other: Telling) -> bool:
    """Tell whether one did not happen and the other firmly did."""
    return one.status in UNREAL and other.status in REAL and other.done


def still_ahead(one: Telling, other: Telling) -> bool:
    """Tell whether one act lies ahead where the other is already told, as what was said or in the past: on the same page, on an
    earlier one, or before the planned day."""
    if one.status not in UNDONE or other.status not in REAL or not (one.kind in SPOKEN or other.past or other.firm):
        return False
    if one.event.doc_id == other.event.doc_id:
        return True
    if other.written is None:
        return False
    if one.days is None:
        return one.written is not None and other.written < one.written
    return one.days[0] > other.written or (not narrow(one) and one.days[1] > other.written)


def days_fit(one: Telling, other: Telling) -> bool:
    """Tell whether two dates can be one."""
    if one.days is None or other.days is None:
        return True
    if one_strike(one, other):
        return max(one.days[0], other.days[0]) - min(one.days[1], other.days[1]) <= STRIKE_LASTS
    if (one.undated and other.days[0] < one.days[1]) or (other.undated and one.days[0] < other.days[1]):
        return True  # an act mentioned in passing may lie before the day of its page
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def places_fit(one: Telling, other: Telling) -> bool:
    """Tell whether two places can be one: they share a word, or one is not told."""
    return not one.place or not other.place or bool(one.place & other.place)


def forms_fit(one: Telling, other: Telling) -> bool:
    """Tell whether two acts can be one by their form: a dinner is not the talks before it, an invitation no demand."""
    if one.kind == other.kind == "REQUEST":
        return (one.trigger in INVITING) == (other.trigger in INVITING)
    return one.form == other.form or one.kind != "CONSULT"


INVITING = frozenset(map(stem, ("invite", "invitation")))


def participants(one: Telling, other: Telling) -> float | None:
    """Compare who took part; null where two different persons or countries stand in one part."""
    visits = journey(one) and journey(other)  # who goes to whom is not who receives whom
    if (one.kind in MUTUAL or other.kind in MUTUAL) and not visits:
        if "host" in (one.event.mode, other.event.mode) and (offered(one) or offered(other)):
            return ANYBODY  # who offers a room sits at no table
        found = together(one.parties or one.implied, other.parties or other.implied)
        return ONE_SIDE_EACH if found is None and other_sides(one.parties, other.parties) else found
    acting, acted_on = together(one.actors, other.actors), together(one.recipients, other.recipients)
    if one.kind == other.kind == "PROTEST" and acting is None and not two_countries(one.actors, other.actors):
        acting = ANYBODY  # who called for a march and who marched
    if acted_on is None and one.kind in MATERIAL and (beside(one, other) or beside(other, one)):
        acted_on = ANYBODY  # the seizure of the mill, the mill that was seized from its owner
    if acting is None or acted_on is None:
        return None
    if visits and one.recipients and other.recipients and acted_on < DESCRIBED and not one.place & other.place:
        return acting * ELSEWHERE  # the minister goes to many
    same_person = {p.key for p in one.recipients if p.person} & {p.key for p in other.recipients}
    alone = (
        0.8 * acted_on if same_person and not (one.actors and other.actors) else 0.0
    )  # whoever did it, it was done to her
    return max(acting, 0.6 * acting + 0.6 * acted_on, alone)


def beside(one: Telling, other: Telling) -> bool:
    """Tell whether the clause of one names what the other is done to."""
    return any(p.words and p.words <= other.theme.clause for p in one.recipients)


def offered(told: Telling) -> bool:
    """Tell whether one party alone offers to receive others."""
    return told.event.mode == "host" and told.status in UNDONE and len(told.parties) < 2
