"""Whether an act happened, over many shapes of the sentence: status and coded type of the named trigger."""

from __future__ import annotations

from functools import cache

import pytest

from readout.coding import Asked, code_rows
from readout.models.english import English, load_english

CASES = """
CONSULT happened CONSULT The Darvian premier confirmed that she had *met* the rebel commander.
CONSULT happened CONSULT *Talks* between the government and the rebels failed to produce a truce.
CONSULT planned AGREE The two presidents are *meeting* next Friday, the palace announced.
CONSULT planned AGREE The chancellor accepted an invitation to *visit* Tavira.
CONSULT planned AGREE The envoy left for Olsk to *meet* rebel commanders.
CONSULT planned AGREE Ahead of his *talks* with the king, the envoy toured a hospital.
CONSULT proposed REQUEST The president invited her counterpart to *visit* Tavira.
CONSULT proposed REQUEST The union is seeking a *meeting* with the minister.
CONSULT refused REJECT The rebels rejected *talks* with the government.
CONSULT refused REJECT The rebels turned down an offer of *talks* from the government.
CONSULT cancelled REJECT The minister scrapped a planned *visit* to Tavira after the arrests.
CONSULT cancelled - The minister called off his *visit* to Tavira after falling ill.
CONSULT cancelled - A storm forced the cancellation of the *meeting* between the two presidents.
CONSULT hypothetical - A *visit* by the president would be welcome, the mayor said.
CONSULT hypothetical - Had the two leaders *met* in March, lives would have been saved.
CONSULT hypothetical - If the two leaders *met*, the war would end, she argued.
CONSULT hypothetical - Diplomats hope for a *meeting* between the two leaders.
CONSULT hypothetical - Analysts expect the premier might *meet* union leaders.
AGREE hypothetical - A *deal* between the two sides is within reach, the mediator said.
SUPPORT hypothetical - Norland is not ruling out *recognising* the interim government.
SANCTION hypothetical - Norland is weighing whether to *expel* Tavirian diplomats.
SANCTION cancelled RETREAT Tavira dropped plans to *expel* the ambassador.
SUPPORT conditional AGREE Norland will *back* the motion provided that the text is softened.
RETREAT conditional CONCEDE The rebels will *free* the pilots in exchange for food.
RETREAT conditional CONCEDE The rebels offered to *free* the pilots if the blockade ended.
RETREAT threatened THREATEN The minister threatened to *resign* unless the law was changed.
RETREAT proposed REQUEST Poe read out three demands: that Health Minister Ana Kol *resign*, that every nurse be tested and that the ward be closed.
RETREAT proposed REQUEST The union listed two conditions: that the mayor *step* down and that the police release the drivers.
RETREAT happened RETREAT The minister said that the governor *quit* on Monday.
RETREAT proposed REQUEST Belmarra called on Kestria to *withdraw* its troops.
RETREAT proposed REQUEST Calls for the minister to *resign* grew louder on Monday.
RETREAT refused REJECT Kestria rejected demands to *withdraw* its troops.
RETREAT refused REJECT The minister has no intention of *resigning*, his office said.
ASSAULT reported ACCUSE The army accused rebels of *attacking* the garrison.
ASSAULT reported ACCUSE Tavira's accusation that Norland *shelled* a border village was met with scorn.
ASSAULT failed - Police foiled a plot to *bomb* the parliament.
ASSAULT failed ASSAULT Rebels tried to *storm* the garrison but were driven back after a gun battle.
ASSAULT hypothetical - The army fears a rebel *attack* on the garrison.
ASSAULT hypothetical - An *attack* on the village would be a crime, the envoy said.
COERCE reported ACCUSE The opposition said that police had *arrested* forty of its members.
PROTEST cancelled RETREAT Nurses called off their *strike* after a night of talks.
PROTEST negated - Nurses will not go on *strike*, their union said.
COERCE happened COERCE Police *arrest* cartoonist
RETREAT happened RETREAT Rebels *free* captured surveyors
ASSAULT denied - The navy disputed claims that it had *fired* on the trawler.
COERCE reported ACCUSE The opposition accuses the police of having *arrested* its candidates.
ASSAULT happened ASSAULT Reporters asked why the army had *fired* on the ferry.
COERCE hypothetical - By law the police has to *detain* stowaways found on board.
SANCTION hypothetical - The protocol requires a host state to *expel* such attachés.
CONSULT failed - The envoy was unable to *meet* the rebels.
CONSULT denied - Reports that the king *met* the rebels are untrue, the palace said.
CONSULT negated - Hardly anyone from the ministry has *visited* the camp.
PROTEST hypothetical - Dockers may, some observers fear, *walk* out over the new rota.
RETREAT historical RETREAT It was from this pass, in the winter of 1894, that the garrison *withdrew*.
CONSULT denied - The palace described as nonsense a report that the king had *met* the rebels.
CONSULT denied - The king did not *meet* the rebels, his spokesman said.
CONSULT postponed - The king's *visit* to the island has been moved to June.
CONSULT postponed - The *summit* of the lake states was shifted from May to September.
CONSULT cancelled - Snow stops king's *visit* to island
RETREAT negated - Rebels yet to *free* hostages
RETREAT failed - Bid to *free* hostages fails
ASSAULT happened ASSAULT The court convicted the sergeant of *shooting* two farmers.
ASSAULT hypothetical - The gunboat came close to *shelling* the ferry.
CONSULT hypothetical - The envoy had planned to *meet* the rebels but fell ill.
ASSAULT hypothetical - If it had the aircraft, Norland would *bomb* the camp.
RETREAT refused REJECT There is no question of *releasing* the pilots, the general said.
RETREAT refused REJECT The general says he will not *release* the pilots.
COOPERATE happened COOPERATE Norland held a naval *exercise* with Tavira.
ASSAULT historical ASSAULT In the 1980s, Norland *shelled* the town.
SUPPORT denied - The cardinal disowned a report that he had *endorsed* the candidate.
RETREAT happened RETREAT The war office confirmed accounts that its brigade had *withdrawn*.
AID conditional AGREE Provided its own stores suffice, Norland will *supply* the islands with flour.
CONSULT happened CONSULT The abbess kept her promise to *visit* the prisoners at Easter.
CONSULT planned AGREE The trade office stated that *talks* with the Isles would resume after the feast.
ASSAULT reported ACCUSE Norland's delegate told the council that gunboats had *fired* on Norland's ferries.
ASSAULT happened ASSAULT The garrison has owned up to having *shot* the widow's son.
CONSULT conditional AGREE Premier would *meet* rebels if guns fall silent
RETREAT negated - The deputies have not so far *resigned* from the board.
ACCUSE threatened THREATEN The captain is threatening to *sue* the harbour.
COERCE negated - In none has an officer been *arrested*.
CONSULT planned AGREE The cabinet *meets* the union on Thursday.
ASSAULT failed - The rebels did not succeed in *bombing* the depot.
ASSAULT failed - The rebels never managed to *shell* the town.
ASSAULT happened ASSAULT A gunman *fired* at the mayor and did not miss.
CONSULT happened CONSULT The two presidents agreed in a telephone *conversation* on Thursday to lift the ban.
CONSULT planned AGREE The two presidents agreed on *talks* in Tavira in May.
CONSULT planned AGREE The ministers are expected at a *summit* in Tavira on Monday.
AID cancelled SANCTION Norland cancelled its *aid* to Tavira over the arrests.
ASSAULT happened ASSAULT The council now accepts that its gunners *fired* on the ferry.
RETREAT happened RETREAT The brigade was told to *withdraw* from the bridge, and did so at noon.
RETREAT happened RETREAT The junta agreed to free the doctors and *freed* them on Sunday.
AGREE refused REJECT Norland decided on Monday not to *sign* the accord before the spring.
SANCTION threatened THREATEN Norland threatened Tavira with an oil *embargo*.
CONSULT planned AGREE The health minister is *expected* in Tavira today for a visit.
PROTEST ongoing PROTEST Some 400 bakers are on *strike* in Tavira.
REJECT happened REJECT In a stormy session the senate *rejected* the treaty.
"""


@cache
def english() -> English:
    return load_english("accurate")


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_the_act_has_the_status_and_type_that_the_sentence_tells(line: str) -> None:
    act, status, kind, sentence = line.split(" ", 3)
    before, trigger, after = sentence.split("*")
    (row,) = code_rows([Asked(1, before + trigger + after)], english())
    here = [e for e in row["events"] if e["start"] < len(before) + len(trigger) and e["end"] > len(before)]
    assert [(e["act"], e["status"], e["type"] or "-") for e in here] == [(act, status, kind)]
