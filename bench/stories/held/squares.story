# Protests, detentions, coups; copies. All made up.

==== minsk
-- a | Niemen News | 2020-08-17
Belarusian police detained 120 protesters in Minsk on Sunday, the interior ministry said.
-- b | Vilnius Watch | 2020-08-17
Police in Belarus arrested at least 200 demonstrators in Minsk on Sunday, a rights group said.
-- c | Niemen News | 2020-08-18
Belarusian police detained 30 protesters in Grodno on Monday.
-- d | Vilnius Watch | 2020-08-24
Belarusian police detained 50 protesters in Minsk on Sunday.
----
COERCE august16: a "detained 120 protesters" | b "arrested at least 200 demonstrators"
COERCE grodno: c "detained 30 protesters"
COERCE august23: d "detained 50 protesters"
contested august16 other_number

==== flood copy
# an agency's text: with its tag, without, with a new lede, and an unlike text on the same act
-- a | Delta Agency | 2019-06-11
KHARTOUM, June 11 (Delta Agency) - Sudanese security forces killed eleven protesters in Omdurman on Monday, doctors close to the protest movement said in a statement. Shops were closed for a second day and the bridges over the Nile stayed shut. Residents said that they had heard shots until midnight and that the streets were littered with bricks, tyres and the remains of barricades.
-- b | Nile Evening | 2019-06-11
Sudanese security forces killed eleven protesters in Omdurman on Monday, doctors close to the protest movement said in a statement. Shops were closed for a second day and the bridges over the Nile stayed shut. Residents said that they had heard shots until midnight and that the streets were littered with bricks, tyres and the remains of barricades.
-- c | Red Sea Star | 2019-06-12
Life came to a halt in Sudan's second city. Sudanese security forces killed eleven protesters in Omdurman on Monday, doctors close to the protest movement said in a statement. Shops were closed for a second day and the bridges over the Nile stayed shut. Residents said that they had heard shots until midnight and that the streets were littered with bricks, tyres and the remains of barricades.
-- d | Gezira Post | 2019-06-12
Sudanese soldiers shot dead four protesters in Omdurman on Monday, the military council said.
----
ASSAULT omdurman: a "killed eleven protesters" | b "killed eleven protesters" | c "killed eleven protesters" | d "shot dead four protesters"
contested omdurman other_number
copies a b c

==== palace
-- a | Ouaga Matin | 2022-01-25
Soldiers overthrew Burkina Faso's President Roch Kabore on Monday.
-- b | Volta Voice | 2022-01-25
Burkina Faso's army seized power on Monday and detained President Roch Kabore.
-- c | Volta Voice | 2022-10-01
Soldiers overthrew Burkina Faso's military leader Paul-Henri Damiba on Friday.
----
COERCE/ASSAULT january: a "overthrew Burkina Faso's President" | b "seized power"
COERCE detained: b "detained President Roch Kabore"
COERCE/ASSAULT september: c "overthrew Burkina Faso's military leader"

==== farmers
-- a | Punjab Leader | 2020-12-09
Indian farmers held a nationwide strike on Tuesday to protest against new laws.
-- b | Ganges Post | 2020-12-09
Farmers across India went on strike on Tuesday over three farm laws.
-- c | Punjab Leader | 2021-01-27
Indian farmers protested in Delhi on Tuesday. Police fired tear gas at the farmers.
----
PROTEST december: a "held a nationwide strike" | b "went on strike"
PROTEST january: c "protested in Delhi"
COERCE/ASSAULT gas: c "fired tear gas"

==== opposition leader
-- a | Kampala Star | 2020-11-19
Ugandan police arrested the opposition leader Bobi Wine in Luuka on Wednesday.
-- b | Lake Monitor | 2020-11-19
Bobi Wine, a Ugandan opposition candidate, was detained by police on Wednesday.
-- c | Kampala Star | 2020-12-31
Ugandan police arrested Bobi Wine on Kalangala island on Wednesday.
-- d | Lake Monitor | 2020-11-21
Ugandan police released Bobi Wine on Friday. He had been arrested on Wednesday.
----
COERCE november: a "arrested the opposition leader" | b "was detained by police" | d "had been arrested"
COERCE december: c "arrested Bobi Wine on Kalangala"
CONCEDE free: d "released Bobi Wine"

==== pensions
-- a | Seine Journal | 2023-03-08
French workers protested in Paris on Tuesday against the pension reform. The unions counted 700,000 people.
-- b | Loire Matin | 2023-03-08
Some 81,000 people marched in Paris on Tuesday to protest against the pension law, France's interior ministry said.
-- c | Loire Matin | 2023-03-08
French workers protested in Lyon on Tuesday against the pension reform.
----
PROTEST paris: a "protested in Paris" | b "marched in Paris on Tuesday to protest"
PROTEST lyon: c "protested in Lyon"
contested paris other_number
