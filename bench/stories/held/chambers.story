# Talks, charges, sanctions, aid, withdrawals. All made up.

==== nerve agent
-- a | Thames Mail | 2018-03-13
British Prime Minister Theresa May accused Russia of poisoning a former spy in Salisbury.
-- b | Severn Post | 2018-03-13
Britain on Monday accused Russia of the poisoning of a former agent.
-- c | Neva Post | 2018-03-14
Russia rejected Britain's accusation on Tuesday.
-- d | Thames Mail | 2018-03-15
Britain expelled 23 Russian diplomats on Wednesday.
-- e | Neva Post | 2018-03-18
Russia expelled 23 British diplomats on Saturday.
----
ACCUSE spy: a "accused Russia of poisoning" | b "accused Russia of the poisoning"
REJECT answer: c "rejected Britain's accusation"
SANCTION/COERCE britain: d "expelled 23 Russian diplomats"
SANCTION/COERCE russia: e "expelled 23 British diplomats"

==== summit
-- a | Han River Post | 2018-04-28
South Korean President Moon Jae-in met North Korean leader Kim Jong Un at Panmunjom on Friday.
-- b | Inchon Mail | 2018-04-28
North Korea's leader Kim Jong Un and South Korea's President Moon Jae-in held talks at Panmunjom on Friday.
-- c | Han River Post | 2018-05-27
Moon Jae-in met Kim Jong Un at Panmunjom again on Saturday.
----
CONSULT april: a "met North Korean leader" | b "held talks at Panmunjom"
CONSULT may: c "met Kim Jong Un"

==== steel
-- a | Lakes Tribune | 2019-05-11
The United States imposed tariffs on Chinese goods on Friday.
-- b | Bund Daily | 2019-05-11
Washington raised tariffs on goods from China on Friday.
-- c | Bund Daily | 2019-05-14
China imposed tariffs on American goods on Monday.
----
SANCTION american: a "imposed tariffs on Chinese goods" | b "raised tariffs on goods"
SANCTION chinese: c "imposed tariffs on American goods"

==== convoy of flour
-- a | Aegean Post | 2023-02-09
Greece sent rescuers to Turkey on Wednesday after the earthquake.
-- b | Marmara News | 2023-02-09
Greek rescue workers and a plane with aid were sent to Turkey by Greece on Wednesday.
-- c | Marmara News | 2023-02-09
Israel sent rescuers to Turkey on Wednesday.
----
AID greek: a "sent rescuers to Turkey" | b "were sent to Turkey"
AID israeli: c "sent rescuers to Turkey"

==== kherson
-- a | Kyiv Wire | 2022-11-12
Russian troops withdrew from Kherson on Friday, Ukraine's army said.
-- b | Western Star | 2022-11-12
Ukrainian forces liberated Kherson on Friday.
-- c | Neva Post | 2022-11-12
Russia pulled its forces out of the city of Kherson on Friday, the Defence Ministry said.
-- d | Crimea Page | 2022-11-13
Ukrainian troops occupied Kherson on Friday.
----
RETREAT out: a "troops withdrew from Kherson" | c "pulled its forces out"
ASSAULT/COERCE taken: b "liberated Kherson" | d "occupied Kherson"

==== missile threat
-- a | Honshu Shimbun | 2017-08-10
North Korea threatened on Wednesday to attack Guam with missiles.
-- b | Pacific Post | 2017-08-10
North Korea on Wednesday threatened to fire missiles at Guam, an island of the United States.
-- c | Pacific Post | 2017-08-09
US President Donald Trump threatened North Korea on Tuesday with fire and fury.
----
THREATEN guam: a "threatened on Wednesday to attack Guam" | b "threatened to fire missiles at Guam"
THREATEN trump: c "threatened North Korea on Tuesday"

==== hostages home
-- a | Abuja Wire | 2021-02-28
Nigerian gunmen released 42 people on Saturday whom they had kidnapped in Kagara.
-- b | Kaduna Post | 2021-02-28
Kidnappers freed 42 hostages in Nigeria on Saturday, the governor said.
-- c | Kaduna Post | 2021-03-03
Gunmen freed 279 schoolgirls in Zamfara in Nigeria on Tuesday.
----
CONCEDE/RETREAT kagara: a "released 42 people" | b "freed 42 hostages"
CONCEDE/RETREAT zamfara: c "freed 279 schoolgirls"
