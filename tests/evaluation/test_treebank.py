"""Reading gold data."""

from pathlib import Path

import pytest

from evaluation.language import gold_names, gold_sentences, paragraphs, word_spans
from evaluation.treebank import entities, read_names, read_treebank

CONLLU = """# newdoc id = a
# newpar
# sent_id = a-1
# text = They don't  know Ann.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tknow\tknow\tVERB\tVB\t_\t0\troot\t_\t_
5\tAnn\tAnn\tPROPN\tNNP\t_\t4\tobj\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = a-2
# text = Yes
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_

# newpar
# sent_id = a-3
# text = No
1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_
"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "gold.conllu"
    path.write_text(CONLLU, "utf-8")
    return path


def test_words_of_a_multiword_token_get_their_own_spans(treebank: Path) -> None:
    sentence = read_treebank(treebank)[0]
    shown = [sentence.text[s:e] for s, e in word_spans(sentence)]
    assert shown == ["They", "do", "n't", "know", "Ann", "."]


def test_paragraphs_are_joined_inside_and_kept_apart(treebank: Path) -> None:
    assert paragraphs(read_treebank(treebank)) == ["They don't  know Ann. Yes", "No"]


def test_places_leave_spaces_out_and_run_through_the_file(treebank: Path) -> None:
    assert [s.span for s in gold_sentences(read_treebank(treebank))] == [(0, 17), (17, 20), (20, 22)]


def test_names_are_found_by_sentence_name_in_any_order(treebank: Path, tmp_path: Path) -> None:
    rows = ["# sent_id = a-3\n1\tNo\tO", "# sent_id = a-2\n1\tYes\tO"]
    rows.append("# sent_id = a-1\n1\tThey\tO\n2\tdon't\tB-OTH\n3\tknow\tO\n4\tAnn\tB-PER\n5\t.\tO")
    path = tmp_path / "names.iob2"
    path.write_text("\n\n".join(rows) + "\n", "utf-8")
    assert gold_names(read_names(path), read_treebank(treebank)) == {(13, 16, "PER")}


def test_names_of_one_type_that_touch_stay_apart() -> None:
    tags = ["B-PER", "I-PER", "B-PER", "O", "I-ORG"]
    spans = [(k, k + 1) for k in range(5)]
    assert entities(tags, spans) == {(0, 2, "PER"), (2, 3, "PER"), (4, 5, "ORG")}


BARE = """#
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\t_\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\t_\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3.1\tgo\tgo\tVERB\t_\t_\t_\t_\t_\t_
4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_

#text=Other words.
1\tHere\there\tADV\t_\t_\t_\t_\t_\t_
"""


def test_a_text_that_is_missing_or_wrong_is_put_together_from_the_tokens(tmp_path: Path) -> None:
    path = tmp_path / "bare.conllu"
    path.write_text(BARE.replace("\n", "\r\n"), "utf-8-sig")
    found = read_treebank(path)
    assert [s.text for s in found] == ["Don't go.", "Here"]
    assert [w.form for w in found[0].words] == ["Do", "n't", "go", "."]
