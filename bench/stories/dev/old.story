# Older wars and coups, in the papers' voice of their day, and told on anniversaries. All made up.

==== fort
-- a | La Voz del Chaco | 1932-09-10
ASUNCION, Sept. 10 - Paraguayan troops attacked Fort Boquerón on Friday, the War Ministry announced. Bolivian losses were said to be heavy.
-- b | El Altiplano | 1932-09-10
LA PAZ, Sept. 10 - Bolivia's General Staff said that Paraguayan troops attacked Boquerón on Friday and were thrown back.
-- c | River Plate Herald | 1932-09-30
Paraguayan troops captured Fort Boquerón from Bolivia on Thursday.
----
ASSAULT attack: a "troops attacked Fort Boquerón" | b "troops attacked Boquerón on Friday"
ASSAULT/COERCE captured: c "captured Fort Boquerón"

==== anniversary
# an act of long ago is told again; the march of today is another act
-- a | Island Record | 1974-07-21
Turkish troops landed in Cyprus on Saturday. Turkey invaded the island at dawn with ships and paratroopers.
-- b | Nicosia Today | 2014-07-20
Cyprus marked the day on which Turkey invaded it: on 20 July 1974 Turkish troops landed near Kyrenia.
-- c | Aegean Post | 2014-07-20
Turkey invaded Cyprus on 20 July 1974 after a coup in Nicosia. Greek Cypriots protested in Nicosia on Sunday.
----
ASSAULT/MOBILIZE landing: a "troops landed in Cyprus" | a "invaded the island" | b "Turkey invaded it" | b "troops landed near Kyrenia" | c "Turkey invaded Cyprus on 20 July 1974"
PROTEST march: c "protested in Nicosia"

==== bridge
-- a | Peking Dispatch | 1937-07-08
Japanese troops attacked Chinese soldiers at Wanping on Wednesday night, the Chinese Foreign Ministry said.
-- b | Osaka Morning | 1937-07-08
Chinese soldiers fired on Japanese troops near Wanping on Wednesday night, Japan's War Ministry said.
-- c | Shanghai Mercury | 1937-07-09
Japan denied on Friday that its troops had attacked Chinese soldiers at Wanping on 7 July.
----
ASSAULT attack: a "troops attacked Chinese soldiers" | b "soldiers fired on Japanese troops" | c "denied on Friday that its troops had attacked Chinese soldiers"
contested attack denied other_actor

==== football war
-- a | San Salvador Prensa | 1969-07-15
Salvadoran planes bombed the airport of Tegucigalpa in Honduras on Monday.
-- b | Honduras Diario | 1969-07-15
El Salvador's air force bombed Tegucigalpa on Monday evening, Honduras said.
-- c | Honduras Diario | 1969-07-16
Honduran planes bombed the Salvadoran port of Acajutla on Tuesday.
-- d | Isthmus Star | 1969-07-16
Honduras's air force bombed Acajutla in El Salvador on Tuesday.
----
ASSAULT tegucigalpa: a "planes bombed the airport" | b "air force bombed Tegucigalpa"
ASSAULT acajutla: c "planes bombed the Salvadoran port" | d "air force bombed Acajutla"

==== kept promise
-- a | Andean Times | 1998-10-27
Ecuador and Peru signed a peace treaty in Brasilia on Monday.
-- b | Quito Hoy | 1998-10-27
The presidents of Peru and Ecuador signed a treaty on Monday that ends their border dispute.
-- c | Lima Hoy | 2018-10-26
Peru and Ecuador signed the peace treaty of Brasilia on 26 October 1998.
-- d | Lima Hoy | 2018-10-27
Peru and Ecuador signed an agreement on trade in Quito on Friday.
----
AGREE peace: a "signed a peace treaty in Brasilia" | b "signed a treaty on Monday" | c "signed the peace treaty of Brasilia"
AGREE trade: d "signed an agreement on trade"
