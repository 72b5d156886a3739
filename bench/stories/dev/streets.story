# Protests, arrests, strikes; copies of agencies' texts. All made up.

==== arrests in lima
# one agency's text, cut and changed by two papers; another day's arrests beside it
-- a | Andes Agency | 2024-03-12
LIMA, March 12 (Andes Agency) - Peruvian police arrested 14 protesters in Lima on Monday during a march against higher fares, the interior ministry said. The march began at noon on the Plaza San Martin and moved along the avenue towards the palace, where officers blocked the road with vans. Drivers sounded their horns and shopkeepers let their shutters down as the crowd passed.
-- b | El Faro | 2024-03-12
Peruvian police arrested 14 protesters in Lima on Monday during a march against higher fares, the interior ministry said. The march began at noon on the Plaza San Martin and moved along the avenue towards the palace, where officers blocked the road with vans. Drivers sounded their horns and shopkeepers let their shutters down as the crowd passed.
-- c | Pacific Post | 2024-03-13
Peruvian police arrested 14 protesters in Lima on Monday during a march against higher fares, the interior ministry said. The march began at noon on the Plaza San Martin and moved along the avenue towards the palace, where officers blocked the road with vans. Several schools closed early.
-- d | El Faro | 2024-03-14
Peruvian police arrested 20 protesters in Lima on Wednesday as the marches against higher fares went on.
----
COERCE monday: a "police arrested 14 protesters" | b "police arrested 14 protesters" | c "police arrested 14 protesters"
COERCE wednesday: d "police arrested 20 protesters"
copies a b c

==== nairobi march
# the same march in other words; the number is disputed
-- a | Nairobi Leader | 2023-07-13
Thousands of Kenyans protested in Nairobi on Wednesday against a new tax. Organisers said 20,000 people took part.
-- b | Coast Week | 2023-07-13
Kenyan demonstrators marched through Nairobi on Wednesday to protest against the finance bill. Police put the crowd at 3,000.
-- c | Rift Radio | 2023-07-13
Kenyan protesters marched in Mombasa on Wednesday against the tax.
-- d | Nairobi Leader | 2023-07-14
Kenyan police killed four protesters in Nairobi on Wednesday, a rights group said.
-- e | Coast Week | 2023-07-14
Kenya's police chief denied that officers had killed four protesters in Nairobi on Wednesday.
----
PROTEST nairobi: a "protested in Nairobi" | b "marched through Nairobi on Wednesday to protest"
PROTEST mombasa: c "marched in Mombasa"
ASSAULT/COERCE killed: d "killed four protesters" | e "denied that officers had killed four protesters"
contested killed denied

==== crackdown toll
# a toll that is corrected, by the same outlet and by others
-- a | Rangoon Relay | 2021-03-15
Myanmar security forces killed at least 38 protesters in Yangon on Sunday, a rights group said.
-- b | Delta Voice | 2021-03-16
Myanmar security forces killed 22 protesters in Yangon on Sunday, state television said.
-- c | Rangoon Relay | 2021-03-17
Myanmar soldiers shot dead 59 protesters in Yangon on Sunday, the rights group said in a new count.
-- d | Delta Voice | 2021-03-17
Myanmar security forces killed nine protesters in Mandalay on Sunday.
----
ASSAULT yangon: a "killed at least 38 protesters" | b "killed 22 protesters" | c "shot dead 59 protesters"
ASSAULT mandalay: d "killed nine protesters"
contested yangon other_number

==== miners
-- a | Copper Belt News | 2012-08-17
South African police shot dead 34 striking miners at Marikana on Thursday.
-- b | Cape Argus Weekly | 2012-08-17
Police in South Africa opened fire on striking mineworkers at Marikana on Thursday, killing 34 of them.
-- c | Union Voice | 2012-08-20
Mineworkers held a march in Pretoria on Sunday to protest at the killing of 34 miners by South African police at Marikana on Thursday.
----
ASSAULT marikana: a "shot dead 34 striking miners" | b "opened fire on striking mineworkers" | b "killing 34 of them" | c "killing of 34 miners"
PROTEST pretoria: c "held a march"

==== journalist held
-- a | Bosphorus Desk | 2016-04-03
Turkish police detained a Dutch journalist in Ankara on Saturday.
-- b | Polder Post | 2016-04-03
A Dutch reporter was arrested by Turkish police in Ankara on Saturday, her newspaper said.
-- c | Polder Post | 2016-04-05
Turkey released the Dutch journalist on Monday. She had been detained in Ankara on Saturday.
-- d | Bosphorus Desk | 2016-04-06
Turkish police detained a German journalist in Istanbul on Tuesday.
----
COERCE dutch: a "detained a Dutch journalist" | b "was arrested by Turkish police" | c "had been detained in Ankara"
CONCEDE release: c "released the Dutch journalist"
COERCE german: d "detained a German journalist"

==== strike ballot
# planned is not done
-- a | Tyne Gazette | 2022-06-14
British railway workers will strike on 21 June, their union said on Tuesday.
-- b | Thames Mail | 2022-06-15
Railway workers in Britain plan to strike on 21 June over pay.
-- c | Tyne Gazette | 2022-06-22
British railway workers went on strike on Tuesday, stopping most trains.
----
PROTEST planned: a "will strike on 21 June" | b "plan to strike on 21 June"
PROTEST done: c "went on strike on Tuesday"
