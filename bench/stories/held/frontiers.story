# Clashes, strikes from the air, sieges: as in dev, other parties. All made up.

==== hill post
-- a | Kashmir Record | 1999-05-28
Pakistani troops attacked an Indian post near Kargil on Thursday, India's army said. Five soldiers were killed.
-- b | Indus Voice | 1999-05-28
Pakistan denied on Friday that its troops had attacked an Indian post near Kargil.
-- c | World Digest | 1999-05-29
India said Pakistani soldiers attacked its post near Kargil on Thursday, killing at least eight Indian soldiers.
-- d | World Digest | 1999-05-29
Indian jets bombed positions near Kargil on Friday, Pakistan said.
----
ASSAULT post: a "troops attacked an Indian post" | a "Five soldiers were killed" | b "denied on Friday that its troops had attacked" | c "soldiers attacked its post" | c "killing at least eight Indian soldiers"
ASSAULT jets: d "jets bombed positions"
contested post denied other_number

==== two cities
-- a | Dnipro Voice | 2023-01-15
A Russian missile hit a block of flats in Dnipro on Saturday, killing 25 people, Ukraine's officials said.
-- b | Kyiv Wire | 2023-01-15
Russian missiles struck the Ukrainian city of Kyiv on Saturday.
-- c | Western Star | 2023-01-16
Russian forces fired a missile at the Ukrainian city of Dnipro on Saturday; 40 people were killed.
-- d | Neva Post | 2023-01-16
Russia denied that it had fired a missile at Dnipro on Saturday.
----
ASSAULT dnipro: a "missile hit a block of flats" | a "killing 25 people" | c "fired a missile at the Ukrainian city of Dnipro" | c "40 people were killed" | d "denied that it had fired a missile"
ASSAULT kyiv: b "missiles struck the Ukrainian city of Kyiv"
contested dnipro denied other_number

==== aleppo
-- a | Levant News | 2016-09-20
Syrian warplanes bombed an aid convoy near Aleppo on Monday, the United States said.
-- b | Damascus Daily | 2016-09-20
Syria's army denied that its planes had bombed an aid convoy near Aleppo on Monday.
-- c | Gulf Report | 2016-09-20
An aid convoy was bombed near Aleppo on Monday by Russian planes, Syrian rebels said.
-- d | Levant Daily | 2016-09-22
Syrian planes bombed Aleppo on Wednesday.
----
ASSAULT convoy: a "warplanes bombed an aid convoy" | b "denied that its planes had bombed" | c "convoy was bombed near Aleppo"
ASSAULT later: d "planes bombed Aleppo"
contested convoy denied other_actor

==== desert patrol
-- a | Bamako Presse | 2020-03-20
Gunmen attacked an army base in Tarkint in northern Mali on Thursday, killing 29 soldiers.
-- b | Sahel Courier | 2020-03-20
Jihadists attacked Malian soldiers at Tarkint on Thursday. At least 30 soldiers were killed, the army said.
-- c | Niamey Soir | 2020-03-20
Gunmen attacked an army post in Niger on Thursday, killing seven soldiers.
----
ASSAULT tarkint: a "attacked an army base in Tarkint" | a "killing 29 soldiers" | b "attacked Malian soldiers" | b "30 soldiers were killed"
ASSAULT niger: c "attacked an army post in Niger" | c "killing seven soldiers"
contested tarkint other_number

==== gaza crossing
-- a | Negev Times | 2018-05-15
Israeli soldiers killed 58 Palestinians at the border of Gaza on Monday, the Gaza health ministry said.
-- b | Ramallah Voice | 2018-05-15
Israeli troops shot dead 58 Palestinian protesters in Gaza on Monday.
-- c | Negev Times | 2018-05-16
Israeli soldiers killed two Palestinians in Gaza on Tuesday.
-- d | Jordan Valley Post | 2018-05-16
Israeli forces killed 60 Palestinians in Gaza on Monday, a UN official said.
----
ASSAULT monday: a "killed 58 Palestinians" | b "shot dead 58 Palestinian protesters" | d "killed 60 Palestinians"
ASSAULT tuesday: c "killed two Palestinians"
contested monday other_number

==== pipeline raid
-- a | Georgian Courier | 2008-08-10
Russian planes bombed the Georgian port of Poti on Saturday, Georgia's government said.
-- b | Volga Line | 2008-08-10
Russia's Defence Ministry rejected the claim that Russian planes bombed Poti on Saturday.
-- c | Black Sea Mail | 2008-08-11
Russian planes bombed an airfield near Tbilisi on Sunday.
-- d | Georgian Courier | 2008-08-10
Georgian forces shelled Tskhinvali on Friday, Russia said. Georgia said that its troops had answered fire.
----
ASSAULT poti: a "planes bombed the Georgian port" | b "rejected the claim that Russian planes bombed Poti"
ASSAULT tbilisi: c "bombed an airfield near Tbilisi"
ASSAULT tskhinvali: d "forces shelled Tskhinvali"
contested poti denied
