# Clashes on borders: each side tells it. All articles are made up, the places are real.

==== tartar
-- a | Baku Wire | 2021-05-06
At least 10 people were killed when Armenian forces shelled the town of Tartar on Wednesday, Azerbaijan's Defence Ministry said. It called the attack a gross violation of the ceasefire.
-- b | Yerevan Post | 2021-05-06
Armenia's Defence Ministry on Thursday rejected the claim that its forces had shelled Tartar a day earlier. "Armenian units did not open fire in that direction," a spokesman said.
-- c | World Digest | 2021-05-07
Armenian troops shelled Tartar in Azerbaijan on Wednesday, killing 12 people, according to Azerbaijani officials. Yerevan denied shelling the town.
-- d | Caspian Courier | 2021-05-10
Azerbaijan said that Armenian forces shelled the village of Garagoyunlu in Tartar district on Sunday. Nobody was hurt.
----
ASSAULT tartar: a "killed when Armenian forces shelled" | b "rejected the claim that its forces had shelled Tartar" | b "did not open fire" | c "troops shelled Tartar in Azerbaijan on Wednesday, killing 12 people" | c "denied shelling"
ASSAULT village: d "shelled the village of Garagoyunlu"
contested tartar denied

==== two towns
# one day, two towns, the same parties
-- a | Levant News | 2015-10-05
Turkish forces shelled Kurdish positions near Kobani in Syria on Sunday, witnesses said.
-- b | Gulf Report | 2015-10-05
Turkish artillery shelled Kurdish fighters near Afrin, in north-western Syria, on Sunday.
-- c | Levant Daily | 2015-10-05
Kobani came under fire again: Turkish troops shelled the outskirts of the Syrian town on Sunday, residents said.
-- d | Agence Nord | 2015-10-06
On Sunday Turkish forces shelled Afrin, a monitoring group said on Tuesday.
----
ASSAULT kobani: a "shelled Kurdish positions near Kobani" | c "shelled the outskirts"
ASSAULT afrin: b "shelled Kurdish fighters near Afrin" | d "forces shelled Afrin"

==== neighbouring days
# the same parties, the same town, three days running
-- a | Kharkiv Herald | 2022-09-13
Russian forces shelled Kharkiv on Monday, wounding six people, the regional governor said.
-- b | Dnipro Voice | 2022-09-14
Russian forces shelled Kharkiv on Tuesday. Nine people were wounded, officials said.
-- c | Kyiv Wire | 2022-09-14
Russian troops shelled Kharkiv on Tuesday for the second day in a row.
-- d | Western Star | 2022-09-15
Russian rockets hit the city of Kharkiv on Wednesday, Ukraine's army said.
----
ASSAULT monday: a "forces shelled Kharkiv on Monday"
ASSAULT tuesday: b "forces shelled Kharkiv on Tuesday" | b "Nine people were wounded" | c "troops shelled Kharkiv on Tuesday"
ASSAULT wednesday: d "rockets hit the city"

==== boundary river
# both accounts, opposite actors
-- a | Assam Sentinel | 2020-06-17
Chinese soldiers attacked an Indian patrol in the Galwan valley on Monday night, India's Defence Ministry said. Three Indian soldiers were killed.
-- b | Yunnan Report | 2020-06-17
Indian troops attacked Chinese border guards in the Galwan valley on Monday, China's Foreign Ministry said on Wednesday.
-- c | Harbour Mail | 2020-06-18
Indian and Chinese soldiers clashed in the Galwan valley on Monday, killing at least 20 Indian soldiers. Each government accused the other of starting the fight.
-- d | Delhi Observer | 2020-06-18
India's army said on Thursday that 20 soldiers were killed when Chinese soldiers attacked an Indian patrol in the Galwan valley on Monday night.
----
ASSAULT galwan: a "soldiers attacked an Indian patrol" | a "Three Indian soldiers were killed" | b "troops attacked Chinese border guards" | c "soldiers clashed" | c "killing at least 20 Indian soldiers" | d "soldiers were killed when Chinese soldiers attacked an Indian patrol"
ACCUSE each-other: c "accused the other"
contested galwan other_actor other_number

==== temple
-- a | Bangkok Sun | 2011-02-05
Cambodian troops fired rockets at a Thai village near the Preah Vihear temple on Friday, Thailand's army said.
-- b | Phnom Penh Times | 2011-02-05
Thai troops opened fire on Cambodian soldiers near the Preah Vihear temple on Friday, Cambodia's government said. Two Cambodian soldiers were killed in the Thai attack.
-- c | Mekong Wire | 2011-02-06
Cambodia on Saturday denied that its soldiers had fired rockets at a Thai village on Friday.
----
ASSAULT rockets: a "fired rockets at a Thai village" | c "denied that its soldiers had fired rockets"
ASSAULT thai-fire: b "opened fire on Cambodian soldiers" | b "killed in the Thai attack"
contested rockets denied

==== drone at sea
-- a | Gulf Report | 2024-01-19
Yemen's Houthi rebels fired a missile at a Greek tanker in the Red Sea on Thursday, the US military said.
-- b | Piraeus Mail | 2024-01-19
A Greek-owned tanker was attacked by the Houthis in the Red Sea on Thursday. No sailor was hurt.
-- c | Gulf Report | 2024-01-22
The Houthis attacked a British tanker in the Red Sea on Sunday, the US military said.
----
ASSAULT greek: a "fired a missile at a Greek tanker" | b "was attacked by the Houthis"
ASSAULT british: c "attacked a British tanker"
