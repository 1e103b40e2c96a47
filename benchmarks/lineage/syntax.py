"""Held-out moves on parsed sentences: voice changes, fronting, swapped conjuncts; the words keep their atoms."""

import random

from benchmarks.lineage.compose import children, is_run, subtree
from benchmarks.lineage.treebank import Sentence, Word
from benchmarks.lineage.wording import Lexicon, inflect, recased, respaced

SUBJECT_TO_OBJECT = {"i": "me", "he": "him", "she": "her", "we": "us", "they": "them", "who": "whom"}
OBJECT_TO_SUBJECT = {"me": "I", "him": "he", "her": "she", "us": "we", "them": "they"}
PLURAL_PRONOUNS = frozenset({"they", "them", "we", "us", "you", "these", "those"})
STATIVE = frozenset({"have", "be", "do", "want", "like", "let"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
BLOCKS_VOICE = frozenset(
    ["aux", "aux:pass", "cop", "expl", "iobj", "xcomp", "ccomp", "conj", "obl:agent", "compound:prt"]
)


def root_of(sentence: Sentence) -> int:
    return next((i for i, (head, _) in enumerate(sentence.arcs or ()) if head == -1), -1)


def relations(sentence: Sentence, head: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for i, (above, relation) in enumerate(sentence.arcs or ()):
        if above == head:
            found.setdefault(relation, []).append(i)
    return found


def pronoun(words: list[Word], table: dict[str, str]) -> list[Word]:
    if len(words) == 1 and words[0].form.lower() in table:
        return [words[0]._replace(form=table[words[0].form.lower()])]
    return words


def is_plural(sentence: Sentence, head: int) -> bool:
    word = sentence.words[head]
    joined = "conj" in relations(sentence, head)
    return joined or word.xpos in ("NNS", "NNPS") or word.form.lower() in PLURAL_PRONOUNS


def be_form(past: bool, plural: bool) -> str:
    return ("were" if plural else "was") if past else ("are" if plural else "is")


def phrase(sentence: Sentence, top: int) -> list[int]:
    """Positions of the phrase under a word; empty unless it is one run of words."""
    positions = subtree(children(sentence.arcs or ()), top)
    return positions if is_run(positions) else []


def to_passive(sentence: Sentence, lexicon: Lexicon) -> list[Word] | None:
    """`The mayor opened the hall.` → `The hall was opened by the mayor.`"""
    verb = root_of(sentence)
    held = relations(sentence, verb)
    if sentence.words[verb].xpos not in FINITE or sentence.words[verb].lemma in STATIVE or BLOCKS_VOICE & held.keys():
        return None
    if len(held.get("nsubj", ())) != 1 or len(held.get("obj", ())) != 1:
        return None
    subject, thing = phrase(sentence, held["nsubj"][0]), phrase(sentence, held["obj"][0])
    if not subject or not thing or not subject[-1] < verb < thing[0]:
        return None
    row, (w, a, b) = sentence.words, (sentence.words[verb], subject, thing)
    past = w.xpos == "VBD"
    be = Word(be_form(past, is_plural(sentence, held["obj"][0])), upos="AUX")
    done = w._replace(form=inflect(w.lemma, "VBN", lexicon), xpos="VBN")
    front = pronoun([row[p] for p in b], OBJECT_TO_SUBJECT)
    agent = [Word("by", upos="ADP"), *pronoun([row[p] for p in a], SUBJECT_TO_OBJECT)]
    return [
        *row[: a[0]],
        *front,
        be,
        *row[a[-1] + 1 : verb],
        done,
        *row[verb + 1 : b[0]],
        *agent,
        *row[b[-1] + 1 :],
    ]


def to_active(sentence: Sentence, lexicon: Lexicon) -> list[Word] | None:
    """`The hall was opened by the mayor.` → `The mayor opened the hall.`"""
    verb = root_of(sentence)
    held = relations(sentence, verb)
    if (
        any(len(held.get(r, ())) != 1 for r in ("nsubj:pass", "aux:pass", "obl:agent"))
        or {"aux", "conj", "expl"} & held.keys()
    ):
        return None
    if any(sentence.words[p].lemma == "not" for p in held.get("advmod", ())):
        return None
    subject, agent = phrase(sentence, held["nsubj:pass"][0]), phrase(sentence, held["obl:agent"][0])
    be = held["aux:pass"][0]
    if not subject or not agent or not subject[-1] < be < verb < agent[0] or sentence.words[agent[0]].form != "by":
        return None
    row, w = sentence.words, sentence.words[verb]
    tag = "VBD" if row[be].xpos == "VBD" else ("VBP" if is_plural(sentence, held["obl:agent"][0]) else "VBZ")
    does = w._replace(form=inflect(w.lemma, tag, lexicon), xpos=tag)
    actor = pronoun([row[p] for p in agent[1:]], OBJECT_TO_SUBJECT)
    patient = pronoun([row[p] for p in subject], SUBJECT_TO_OBJECT)
    middle = [*row[subject[-1] + 1 : be], *row[be + 1 : verb]]
    return [
        *row[: subject[0]],
        *actor,
        *middle,
        does,
        *patient,
        *row[verb + 1 : agent[0]],
        *row[agent[-1] + 1 :],
    ]


def bare(row: tuple[Word, ...], positions: list[int]) -> list[int]:
    """The phrase without a comma at either end."""
    while positions and row[positions[0]].form == ",":
        positions = positions[1:]
    while positions and row[positions[-1]].form == ",":
        positions = positions[:-1]
    return positions


def adverbials(sentence: Sentence) -> list[list[int]]:
    """The adverbial clauses and phrases of the root, each one run of words without its commas."""
    held = relations(sentence, root_of(sentence))
    tops = [
        *held.get("advcl", ()),
        *held.get("obl", ()),
        *held.get("obl:tmod", ()),
        *held.get("obl:unmarked", ()),
    ]
    return [p for top in tops if (p := bare(sentence.words, phrase(sentence, top)))]


def to_front(sentence: Sentence, _: Lexicon) -> list[Word] | None:
    """A closing adverbial clause or phrase moved to the front, with a comma."""
    row = sentence.words
    for moved in adverbials(sentence):
        if moved[-1] == len(row) - 2 and moved[0] > 3 and row[-1].upos == "PUNCT":
            kept = [row[p] for p in bare(row, list(range(moved[0])))]
            return [*(row[p] for p in moved), Word(",", upos="PUNCT"), *kept, row[-1]]
    return None


def to_back(sentence: Sentence, _: Lexicon) -> list[Word] | None:
    """An opening adverbial clause or phrase with its comma moved to the end."""
    row = sentence.words
    for moved in adverbials(sentence):
        after = moved[-1] + 1
        if moved[0] == 0 and after + 3 < len(row) and row[after].form == "," and row[-1].upos == "PUNCT":
            return [*row[after + 1 : -1], *(row[p] for p in moved), row[-1]]
    return None


def swap_conjuncts(sentence: Sentence, _: Lexicon) -> list[Word] | None:
    """`bread and butter` → `butter and bread`, for two bare conjuncts."""
    row, arcs = sentence.words, sentence.arcs or ()
    for i, (head, relation) in enumerate(arcs):
        if relation != "conj" or i - head != 2 or arcs[i - 1] != (i, "cc") or row[i].upos != row[head].upos:
            continue
        alone = (
            sum(above == i for above, _ in arcs) == 1 and sum(r == "conj" and above == head for above, r in arcs) == 1
        )
        if alone and all(p <= i for p in subtree(children(arcs), head)) and row[i].gap:
            return [*row[:head], row[i], row[i - 1], row[head], *row[i + 1 :]]
    return None


MOVES = (to_passive, to_active, to_back, to_front, swap_conjuncts)


def rearranged(sentence: Sentence, rng: random.Random, lexicon: Lexicon) -> Sentence:
    """One move that fits the sentence, chosen by chance; unchanged where none fits or the parse is gone."""
    if sentence.arcs is None:
        return sentence
    options = [words for move in MOVES if (words := move(sentence, lexicon))]
    if not options:
        return sentence
    return sentence._replace(words=recased(respaced(rng.choice(options))), arcs=None)
