# Words: accusations, threats, talks, sanctions, aid. All made up.

==== charge and denial
-- a | Seoul Ledger | 2010-11-24
North Korea shelled the South Korean island of Yeonpyeong on Tuesday, killing two marines, South Korea's Defence Ministry said.
-- b | Pyongyang Line | 2010-11-24
North Korea accused South Korea of firing first. South Korean troops fired shells into North Korean waters on Tuesday, the army command said.
-- c | Inchon Mail | 2010-11-25
South Korea accused North Korea of shelling Yeonpyeong island on Tuesday. Four people were killed.
----
ASSAULT yeonpyeong: a "shelled the South Korean island" | a "killing two marines" | c "shelling Yeonpyeong island" | c "Four people were killed"
ACCUSE by-north: b "accused South Korea"
ASSAULT first: b "firing first" | b "fired shells"
ACCUSE by-south: c "accused North Korea"
contested yeonpyeong other_number

==== ministers meet
-- a | Danube News | 2013-04-20
Serbia's Prime Minister Ivica Dacic met Kosovo's Prime Minister Hashim Thaci in Brussels on Friday.
-- b | Pristina Daily | 2013-04-20
Kosovo's prime minister and his Serbian counterpart held talks in Brussels on Friday.
-- c | Balkan Brief | 2013-05-22
The prime ministers of Serbia and Kosovo held talks in Brussels on Tuesday.
----
CONSULT april: a "met Kosovo's Prime Minister" | b "held talks in Brussels on Friday"
CONSULT may: c "held talks in Brussels on Tuesday"

==== gas sanctions
-- a | Strait Times Weekly | 2019-02-01
The United States imposed sanctions on Venezuela's state oil company on Monday.
-- b | Caracas Digital | 2019-02-01
Washington imposed sanctions on Venezuela on Monday, aiming at its oil.
-- c | Caracas Digital | 2019-03-12
The United States imposed sanctions on a Russian bank on Monday for its dealings with Venezuela.
----
SANCTION oil: a "imposed sanctions on Venezuela's state oil company" | b "imposed sanctions on Venezuela on Monday"
SANCTION bank: c "imposed sanctions on a Russian bank"

==== grain
-- a | Addis Star | 2022-04-02
The World Food Programme delivered food to Mekelle in Ethiopia on Friday.
-- b | Horn Monitor | 2022-04-03
The WFP delivered wheat and oil to Mekelle on Friday, the first aid in weeks.
-- c | Horn Monitor | 2022-04-15
The WFP delivered food to Mekelle in Ethiopia on Thursday.
----
AID first: a "delivered food to Mekelle" | b "delivered wheat and oil"
AID second: c "delivered food to Mekelle"

==== envoy out
-- a | Vltava News | 2021-04-18
The Czech Republic expelled 18 Russian diplomats on Saturday.
-- b | Moscow Line | 2021-04-19
Russia expelled 20 Czech diplomats on Sunday in answer to Prague's step.
-- c | Elbe Courier | 2021-04-18
Prague expelled 18 Russian diplomats on Saturday, the foreign minister said.
-- d | Baltic Times Weekly | 2021-04-19
On Sunday Russia expelled 20 diplomats of the Czech Republic, a day after the Czech Republic expelled 18 Russian diplomats.
----
SANCTION/COERCE czech: a "expelled 18 Russian diplomats" | c "expelled 18 Russian diplomats" | d "expelled 18 Russian diplomats"
SANCTION/COERCE russian: b "expelled 20 Czech diplomats" | d "expelled 20 diplomats"

==== threat
-- a | Blue Nile Post | 2021-03-31
Egypt's President Abdel Fattah el-Sisi threatened Ethiopia over its dam on Tuesday.
-- b | Cairo Evening | 2021-03-31
Egypt on Tuesday threatened Ethiopia with force if the dam is filled.
-- c | Addis Star | 2021-03-31
Ethiopia rejected the threat of Egypt on Wednesday.
----
THREATEN dam: a "threatened Ethiopia over its dam" | b "threatened Ethiopia with force"
REJECT answer: c "rejected the threat"

==== troops go
-- a | Kigali Bulletin | 2009-02-26
Rwandan troops withdrew from the Democratic Republic of the Congo on Wednesday.
-- b | Goma Radio | 2009-02-26
Rwanda pulled its soldiers out of eastern Congo on Wednesday, ending a five-week operation.
-- c | Lakes Report | 2009-02-27
Rwanda has not withdrawn its troops from the Democratic Republic of the Congo, a Congolese member of parliament said on Thursday.
----
RETREAT out: a "troops withdrew from the Democratic Republic" | b "pulled its soldiers out" | c "has not withdrawn its troops"
contested out denied
