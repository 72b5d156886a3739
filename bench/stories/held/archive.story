# Older reports and later retellings. All made up.

==== islands
-- a | Plata Herald | 1982-05-05
An Argentine plane attacked the British destroyer Sheffield on Tuesday, Britain's Defence Ministry said. About 30 sailors were feared dead.
-- b | Solent Mail | 1982-05-06
Argentina's navy attacked a British destroyer near the Falkland Islands on Tuesday, killing 20 sailors.
-- c | Plata Herald | 1982-05-04
A British submarine attacked the Argentine cruiser General Belgrano on Sunday.
-- d | Solent Mail | 2012-05-04
On 4 May 1982 Argentine planes attacked the British destroyer Sheffield.
----
ASSAULT sheffield: a "plane attacked the British destroyer" | b "navy attacked a British destroyer" | b "killing 20 sailors" | d "planes attacked the British destroyer"
ASSAULT belgrano: c "submarine attacked the Argentine cruiser"

==== himalaya
-- a | Bombay Sentinel | 1962-10-21
Chinese troops attacked Indian posts in Ladakh on Saturday, India's Defence Ministry said.
-- b | Peking Dispatch | 1962-10-21
China said on Sunday that Indian troops attacked Chinese frontier guards in Ladakh on Saturday.
-- c | Assam Sentinel | 1962-10-22
China denied that its troops had attacked Indian posts in Ladakh on Saturday.
----
ASSAULT ladakh: a "troops attacked Indian posts" | b "troops attacked Chinese frontier guards" | c "denied that its troops had attacked"
contested ladakh denied other_actor

==== christmas war
-- a | Bamako Presse | 1985-12-26
Malian planes bombed Ouagadougou in Burkina Faso on Wednesday.
-- b | Ouaga Matin | 1985-12-26
Mali's air force bombed Ouagadougou on Wednesday, Burkina Faso said. Three people were killed.
-- c | Bamako Presse | 1985-12-26
Burkina Faso's planes bombed the Malian town of Sikasso on Wednesday, Mali said.
----
ASSAULT ouagadougou: a "planes bombed Ouagadougou" | b "air force bombed Ouagadougou" | b "Three people were killed"
ASSAULT sikasso: c "planes bombed the Malian town"

==== vilnius tower
-- a | Amber Coast News | 1991-01-14
Soviet troops killed 13 people in Vilnius on Sunday when they stormed the television tower, Lithuania's government said.
-- b | Neva Post | 1991-01-14
The Soviet Defence Ministry denied on Monday that Soviet troops had killed people in Vilnius on Sunday.
-- c | Amber Coast News | 2011-01-13
Lithuania remembered the 13 people whom Soviet troops killed in Vilnius on 13 January 1991.
----
ASSAULT tower: a "killed 13 people" | a "stormed the television tower" | b "denied on Monday that Soviet troops had killed" | c "troops killed in Vilnius"
contested tower denied

==== ceasefire of may
-- a | Andean Times | 1995-02-18
Ecuador and Peru signed a ceasefire in Brasilia on Friday.
-- b | Quito Hoy | 1995-02-18
Peru and Ecuador agreed on a ceasefire on Friday, Brazil's foreign ministry said.
-- c | Lima Hoy | 1995-02-24
Peruvian troops attacked an Ecuadorian base on Wednesday, breaking the ceasefire that Peru and Ecuador signed on Friday.
----
AGREE ceasefire: a "signed a ceasefire" | b "agreed on a ceasefire" | c "ceasefire that Peru and Ecuador signed"
ASSAULT base: c "troops attacked an Ecuadorian base"
