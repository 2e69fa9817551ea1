//! English: what is counted, in which units, and how exactly.

use crate::digest::FigureKind::{self, Casualties, Count, Measure, People, Troops};
use crate::digest::Modifier::{Approx, AtLeast, AtMost, LessThan, MoreThan};
use crate::lang::Row;
use crate::lang::Sense::Figure;
use crate::lang::words::FigureWord::{
    Age, AgeVerb, Among, BelowZero, Between, Body, Carries, Coin, Country, Currency, CurrencyOf, Demonym, Disease,
    Freed, Harm, HarmBefore, Has, Height, In, Label, ModifierAfter, ModifierBefore, Name, NameBefore, NotCounted, Noun,
    NumberOf, Or, Percent, PercentBefore, PlaceHead, RangeFrom, RangeTo, Spared, Street, Subunit, Time, Toll, Weight,
    WeightOrCurrency, Year,
};

pub const ROWS: &[Row] = &[
    (
        Figure(ModifierBefore(Approx)),
        "about, around, approximately, approx, roughly, some, nearly, almost, close to, an estimated, estimated, circa, \
         in the region of, in the order of, on the order of, in the neighborhood of, as much as about, just about, near, \
         just under about, give or take, plus or minus, almost exactly, an average of, around about, virtually",
    ),
    (
        Figure(ModifierBefore(MoreThan)),
        "more than, over, above, greater than, in excess of, upwards of, upward of, exceeding, just over, well over, slightly more than, \
         just more than, beyond, surpassing, topping, higher than, a little over, north of",
    ),
    (
        Figure(ModifierBefore(LessThan)),
        "less than, fewer than, under, below, just under, well under, slightly less than, lower than, just below, just short of, short of, south of",
    ),
    (
        Figure(ModifierBefore(AtLeast)),
        "at least, no less than, no fewer than, not less than, not fewer than, a minimum of, minimum of, minimum",
    ),
    (
        Figure(ModifierBefore(AtMost)),
        "at most, no more than, not more than, up to, as many as, as much as, a maximum of, maximum of, maximum, no higher than, as high as",
    ),
    (Figure(ModifierAfter(Approx)), "or so, or thereabouts, give or take, odd"),
    (Figure(ModifierAfter(AtLeast)), "or more, at least, at minimum, or above, and above, and over, or older, and up"),
    (Figure(ModifierAfter(AtMost)), "or less, or fewer, at most, or under, or below, max, or younger"),
    (Figure(RangeFrom), "from"),
    (Figure(Between), "between, between the ages of, between ages"),
    (Figure(RangeTo), "to, through"),
    (Figure(Or), "or"),
    (
        Figure(Percent),
        "percent, per cent, pct, pc, percents, percentage, percentage point, percentage points, percentage-point",
    ),
    (Figure(PercentBefore), "percent of, per cent of, percents of"),
    // A basis point is a hundredth of a percent: its own unit.
    (Figure(Noun(FigureKind::Percent)), "basis point, basis points, bps"),
    // Money.
    (
        Figure(Currency("USD")),
        "dollar, dollars, usd, us dollar, us dollars, u.s. dollar, u.s. dollars, american dollars, american dollar, us $, u.s. $, usd $, greenback",
    ),
    (Figure(Currency("CAD")), "cad, canadian dollar, canadian dollars, c $, ca $, cad $, can $, cdn $"),
    (Figure(Currency("AUD")), "aud, australian dollar, australian dollars, a $, au $, aud $, aus $"),
    (Figure(Currency("NZD")), "nzd, new zealand dollar, new zealand dollars, nz $, nzd $"),
    (Figure(Currency("HKD")), "hkd, hong kong dollar, hong kong dollars, hk $, hkd $"),
    (Figure(Currency("SGD")), "sgd, singapore dollar, singapore dollars, s $, sg $, sgd $"),
    (Figure(Currency("TWD")), "twd, taiwan dollar, taiwan dollars, new taiwan dollars, nt $, twd $, ntd"),
    (Figure(Currency("MXN")), "mxn, mexican peso, mexican pesos, mx $, mex $, mxn $"),
    (Figure(Currency("BRL")), "brl, brazilian real, brazilian reais, reais, r $, brl $"),
    (Figure(Currency("ARS")), "ars, argentine peso, argentine pesos, argentinian pesos, ars $, ar $"),
    (Figure(Currency("CLP")), "clp, chilean peso, chilean pesos"),
    (Figure(Currency("COP")), "colombian peso, colombian pesos"),
    (Figure(Currency("PHP")), "philippine peso, philippine pesos, php"),
    (Figure(Currency("CUP")), "cuban peso, cuban pesos"),
    (Figure(Currency("UYU")), "uruguayan peso, uruguayan pesos"),
    (Figure(CurrencyOf(&["MXN", "ARS", "CLP", "COP", "PHP"])), "peso, pesos"),
    (Figure(Currency("JMD")), "jamaican dollar, jamaican dollars, j $"),
    (Figure(Currency("ZWL")), "zimbabwean dollar, zimbabwean dollars, zimbabwe dollars"),
    (Figure(Currency("EUR")), "euro, euros, eur"),
    (
        Figure(Currency("GBP")),
        "gbp, pound sterling, pounds sterling, sterling, british pound, british pounds, uk pounds, quid",
    ),
    (
        Figure(Currency("EGP")),
        "egp, egyptian pound, egyptian pounds, egyptianpound, egyptianpounds, l.e., le, geneh, genih, e £",
    ),
    (Figure(Currency("SDG")), "sudanese pound, sudanese pounds"),
    (Figure(Currency("LBP")), "lbp, lebanese pound, lebanese pounds, lebanese lira"),
    (Figure(Currency("SYP")), "syp, syrian pound, syrian pounds, syrian lira"),
    (Figure(Currency("IEP")), "irish pound, irish pounds, punt, punts"),
    (Figure(WeightOrCurrency(&["GBP", "EGP", "LBP", "SYP", "SDG"])), "pound, pounds"),
    (
        Figure(Weight),
        "weigh, weighs, weighed, weighing, weight, heavy, heavier, lighter, overweight, drop, shed, gain, gained, baby, payload, lift, lifted, carry",
    ),
    // 5 feet 2 inches, 8 pounds 3 ounces
    (Figure(Height), "foot, feet, ft"),
    (Figure(Subunit(12)), "in, inch, inches"),
    (Figure(Subunit(16)), "oz, ounce, ounces"),
    (Figure(Currency("JPY")), "yen, jpy, japanese yen"),
    (Figure(Currency("CNY")), "yuan, cny, rmb, renminbi, chinese yuan, kuai"),
    (Figure(Currency("INR")), "rupee, rupees, rs, inr, indian rupee, indian rupees, re"),
    (Figure(Currency("PKR")), "pkr, pakistani rupee, pakistani rupees, pakistan rupees"),
    (Figure(Currency("LKR")), "lkr, sri lankan rupee, sri lankan rupees"),
    (Figure(Currency("NPR")), "nepalese rupee, nepalese rupees, nepali rupees"),
    (Figure(Currency("IDR")), "idr, rupiah, rupiahs, indonesian rupiah, rp"),
    (Figure(Currency("CHF")), "chf, swiss franc, swiss francs"),
    (Figure(Currency("FRF")), "french franc, french francs"),
    (Figure(Currency("BEF")), "belgian franc, belgian francs"),
    (Figure(Currency("XOF")), "cfa franc, cfa francs, cfa"),
    (Figure(CurrencyOf(&["CHF", "XOF", "DJF", "FRF"])), "franc, francs"),
    (
        Figure(Currency("DEM")),
        "deutsche mark, deutsche marks, deutschmark, deutschmarks, german mark, german marks, d-mark, d-marks, marks, dm",
    ),
    (Figure(Currency("FIM")), "finnish markka, markka, markkaa, finnmark, finnmarks"),
    (Figure(Currency("ITL")), "italian lire, italian lira, lire"),
    (Figure(Currency("ESP")), "peseta, pesetas"),
    (Figure(Currency("NLG")), "guilder, guilders, dutch guilders"),
    (Figure(Currency("PTE")), "escudo, escudos"),
    (Figure(Currency("ATS")), "austrian schilling, austrian schillings, schillings"),
    (Figure(Currency("GRD")), "drachma, drachmas"),
    (Figure(Currency("TRY")), "try, turkish lira, turkish liras, lira, liras, tl"),
    (Figure(Currency("ILS")), "shekel, shekels, ils, nis, israeli shekels"),
    (Figure(Currency("KRW")), "krw, won, korean won, south korean won"),
    (Figure(Currency("RUB")), "rub, rouble, roubles, ruble, rubles, russian rubles"),
    (Figure(Currency("UAH")), "uah, hryvnia, hryvnias, hryvnya"),
    (Figure(Currency("PLN")), "pln, zloty, zlotys, zloties"),
    (Figure(Currency("CZK")), "czk, koruna, korunas, czech koruna, czech crowns"),
    (Figure(Currency("HUF")), "huf, forint, forints"),
    (Figure(Currency("RON")), "ron, romanian leu, romanian lei, lei"),
    (Figure(Currency("BGN")), "bgn, bulgarian lev, leva"),
    (Figure(Currency("SEK")), "sek, swedish krona, swedish kronor, swedish crowns, kronor"),
    (Figure(Currency("NOK")), "nok, norwegian krone, norwegian kroner, norwegian crowns"),
    (Figure(Currency("DKK")), "dkk, danish krone, danish kroner, danish crowns"),
    (Figure(Currency("ISK")), "isk, icelandic krona, icelandic kronur"),
    (Figure(CurrencyOf(&["SEK", "NOK", "DKK", "ISK"])), "krona, krone, kroner, crowns"),
    (Figure(Currency("AED")), "aed, uae dirham, uae dirhams, emirati dirham, emirati dirhams, dh, dhs"),
    (Figure(Currency("MAD")), "mad, moroccan dirham, moroccan dirhams"),
    (Figure(CurrencyOf(&["AED", "MAD"])), "dirham, dirhams"),
    (Figure(Currency("SAR")), "sar, saudi riyal, saudi riyals, saudi rial"),
    (Figure(Currency("QAR")), "qar, qatari riyal, qatari riyals, qatari rial"),
    (Figure(Currency("OMR")), "omr, omani rial, omani rials"),
    (Figure(Currency("YER")), "yer, yemeni rial, yemeni rials, yemeni riyal"),
    (Figure(Currency("IRR")), "irr, iranian rial, iranian rials, toman, tomans"),
    (Figure(CurrencyOf(&["SAR", "QAR", "IRR", "OMR", "YER"])), "riyal, riyals, rial, rials"),
    (Figure(Currency("KWD")), "kwd, kuwaiti dinar, kuwaiti dinars, kd"),
    (Figure(Currency("BHD")), "bhd, bahraini dinar, bahraini dinars"),
    (Figure(Currency("JOD")), "jod, jordanian dinar, jordanian dinars"),
    (Figure(Currency("IQD")), "iqd, iraqi dinar, iraqi dinars"),
    (Figure(Currency("LYD")), "lyd, libyan dinar, libyan dinars"),
    (Figure(Currency("TND")), "tnd, tunisian dinar, tunisian dinars"),
    (Figure(Currency("DZD")), "dzd, algerian dinar, algerian dinars"),
    (Figure(CurrencyOf(&["KWD", "IQD", "JOD", "TND", "DZD", "LYD", "BHD"])), "dinar, dinars"),
    (
        Figure(Currency("MYR")),
        "myr, ringgit, ringgits, malaysian ringgit, malaysian ringgits, malaysia ringgit, malaysia ringgits, rm",
    ),
    (Figure(Currency("THB")), "thb, baht, thai baht"),
    (Figure(Currency("VND")), "vnd, vietnamese dong"),
    (Figure(Currency("BDT")), "bdt, taka, bangladeshi taka"),
    (Figure(Currency("MMK")), "mmk, kyat, kyats"),
    (Figure(Currency("KHR")), "riel, riels"),
    (Figure(Currency("MNT")), "mnt, tugrik, tugriks, togrog"),
    (Figure(Currency("KZT")), "kzt, tenge"),
    (Figure(Currency("GEL")), "gel, georgian lari, lari"),
    (Figure(Currency("AMD")), "armenian dram, armenian drams"),
    (Figure(Currency("AZN")), "azn, azerbaijani manat, manat, manats"),
    (Figure(Currency("AFN")), "afn, afghani, afghanis"),
    (Figure(Currency("ZAR")), "zar, rand, rands, south african rand"),
    (Figure(Currency("NGN")), "ngn, naira, nairas"),
    (Figure(Currency("GHS")), "ghs, cedi, cedis"),
    (Figure(Currency("KES")), "kes, kenyan shilling, kenyan shillings, ksh"),
    (Figure(Currency("UGX")), "ugx, ugandan shilling, ugandan shillings"),
    (Figure(Currency("TZS")), "tzs, tanzanian shillings"),
    (Figure(CurrencyOf(&["KES", "UGX", "TZS", "SOS"])), "shilling, shillings"),
    (Figure(Currency("ETB")), "etb, birr, ethiopian birr"),
    (Figure(Currency("ZMW")), "zmw, kwacha, kwachas"),
    (Figure(Currency("PEN")), "nuevo sol, peruvian soles"),
    (Figure(Currency("VES")), "bolivar, bolivars, bolivares"),
    (Figure(Currency("CRC")), "crc, colones, colon costarricense"),
    (Figure(Currency("RSD")), "serbian dinar, serbian dinars"),
    (Figure(Currency("HRK")), "kuna, kunas"),
    (Figure(Currency("XAU")), "xau"),
    (Figure(Currency("BTC")), "btc, bitcoin, bitcoins"),
    (Figure(Currency("ETH")), "ether, ethereum"),
    (Figure(CurrencyOf(&[])), "bucks"),
    (
        Figure(Coin),
        "cent, cents, c, ¢, pence, penny, pennies, p, centime, centimes, piastre, piastres, fils, halala, halalas, kopeck, kopecks, kopek, kopeks, paise, paisa, sen, sens, mao, jiao, fen, centavo, centavos, euro cents, pfennig, ore",
    ),
    // Troops, fighters, and what they field.
    (
        Figure(Noun(Troops)),
        "soldier, soldiers, troop, troops, servicemen, serviceman, service members, servicemembers, paratroopers, marines, sailors, airmen, officer, officers, \
         army officers, military personnel, personnel, fighter, fighters, militant, militants, rebel, rebels, insurgent, insurgents, gunman, gunmen, militiaman, militiamen, \
         terrorist, terrorists, jihadist, jihadists, jihadis, extremists, mercenary, mercenaries, guerrilla, guerrillas, combatant, combatants, commandos, commando, snipers, \
         suicide bomber, suicide bombers, bombers, attackers, attacker, assailant, assailants, policeman, policemen, police officer, police officers, police, peacekeeper, peacekeepers, \
         reservists, recruits, conscripts, infantry, warplane, warplanes, fighter jet, fighter jets, jets, combat aircraft, military aircraft, helicopter gunships, attack helicopters, military helicopters, Black Hawk helicopters, Apache helicopters, fighting vehicles, armoured personnel carriers, armored personnel carriers, ballistic missiles, cruise missiles, air defence systems, air defense systems, \
         drone, drones, missile, missiles, rocket, rockets, shell, shells, mortar, mortars, mortar shells, bomb, bombs, grenade, grenades, mine, landmines, mines, warhead, warheads, torpedoes, tank, tanks, \
         armoured vehicles, armored vehicles, armoured vehicle, armored vehicle, military vehicles, howitzer, howitzers, artillery pieces, guns, rifles, rifle, pistols, machine guns, handguns, \
         warship, warships, frigate, frigates, destroyer, destroyers, submarine, submarines, aircraft carrier, aircraft carriers, gunboats, corvettes, battalions, battalion, brigades, brigade, \
         divisions, platoons, launchers, batteries, interceptors, munitions, rounds of ammunition, generals, colonels",
    ),
    (
        Figure(Noun(Casualties)),
        "dead, deaths, death, fatalities, fatality, casualties, casualty, killed, wounded, injured, injuries, victims, victim, bodies, body, corpses, corpse, hostage, hostages, \
         detainee, detainees, captives, captive, prisoner, prisoners, inmates, inmate, prisoners of war, abductees, kidnapped, missing, missing people, arrests, arrested, lives, martyrs, martyr, deceased, political prisoners, fallen",
    ),
    (
        Figure(Noun(People)),
        "person, people, persons, aide, aides, adviser, advisers, residents, miners, miner, nurses, firefighter, firefighters, rescuer, rescuers, athlete, athletes, immigrants, immigrant, \
         councillors, councillor, contractors, contractor, engineers, engineer, scientists, scientist, researchers, researcher, farmers, farmer, fishermen, sailors, sailor, customers, customer, users, user, followers, \
         follower, subscribers, subscriber, viewers, viewer, readers, reader, man, men, woman, women, child, children, schoolchildren, backbenchers, kid, kids, boy, boys, girl, girls, baby, babies, infant, infants, toddlers, teenager, teenagers, teen, teens, adult, adults, \
         civilian, civilians, citizen, citizens, resident, residents, inhabitants, villagers, refugee, refugees, migrant, migrants, asylum seekers, displaced people, student, students, pupil, pupils, \
         teacher, teachers, worker, workers, employee, employees, staff, staffers, doctor, doctors, nurse, nurses, medics, paramedics, patient, patients, journalist, journalists, reporter, reporters, \
         lawyer, lawyers, judge, judges, jurors, minister, ministers, lawmaker, lawmakers, mp, mps, senator, senators, deputies, member, members, delegate, delegates, leader, leaders, president, presidents, \
         governor, governors, mayor, mayors, diplomat, diplomats, ambassador, ambassadors, official, officials, activist, activists, protester, protesters, demonstrators, demonstrator, voter, voters, candidate, candidates, \
         supporter, supporters, fan, fans, spectators, spectator, passenger, passengers, crew, crew members, crew member, pilot, pilots, driver, drivers, tourist, tourists, visitor, visitors, pilgrim, pilgrims, guest, guests, \
         player, players, athlete, athletes, referees, coach, coaches, scientist, scientists, researcher, researchers, expert, experts, engineer, engineers, astronaut, astronauts, cosmonauts, firefighter, firefighters, \
         rescuers, rescuer, volunteer, volunteers, survivor, survivors, suspect, suspects, defendants, defendant, witness, witnesses, thieves, robbers, criminals, farmer, farmers, fishermen, miners, miner, \
         family, families, household, households, parents, mother, mothers, father, fathers, brother, brothers, sister, sisters, son, sons, daughter, daughters, couple, couples, siblings, twins, relatives, friends, grandson, grandsons, granddaughter, granddaughters, grandchildren, grandmother, grandfather, \
         uncle, uncles, aunt, aunts, nephew, nephews, niece, nieces, cousin, cousins, husband, wife, wives, widow, widows, partner, boyfriend, girlfriend, neighbour, neighbor, neighbours, neighbors, \
         user, users, subscriber, subscribers, customer, customers, clients, client, shareholder, shareholders, investor, investors, participants, participant, applicants, respondents, followers, million people, viewers, \
         Americans, Israelis, Palestinians, Syrians, Iraqis, Egyptians, Ukrainians, Russians, Chinese nationals, Afghans, Iranians, Britons, Germans, Turks, Yemenis, Africans, Europeans, \
         Muslims, Christians, Jews, nationals, foreigners, settlers, settler, orphans, pensioners, retirees, commuters, guards, guard, bodyguards, colleagues, artists, musicians, actors, writers, authors, executives, directors, partners, \
         republicans, democrats, conservatives, liberals, congressmen, congresswomen, legislators, councillors, councilors, bishops, priests, nuns, imams, clerics, monks, rabbis, \
         cyclists, motorcyclists, pedestrians, motorists, traders, bankers, analysts, economists, historians, academics, professors, lecturers, scholars, aides, advisers, advisors, \
         negotiators, mediators, envoys, prosecutors, magistrates, inspectors, investigators, detectives, donors, contractors, carers, caregivers, midwives, surgeons, dentists, \
         pharmacists, therapists, counsellors, counselors, trainees, apprentices, interns, graduates, newborns, youngsters, youths, homeowners, tenants, landlords, evacuees, returnees, \
         exiles, defectors, dissidents, hackers, smugglers, traffickers, swimmers, hikers, climbers, skiers, campers, attendees, contestants, finalists, medallists, medalists, \
         dancers, singers, painters, poets, novelists, filmmakers, photographers, editors, columnists, bloggers, influencers, comedians, entrepreneurs, founders, managers, \
         princes, princesses, tribesmen, shepherds, labourers, laborers, jobseekers, strikers, Nigerians, Kenyans, Ethiopians, Somalis, Libyans, Tunisians, Algerians, Moroccans, \
         Jordanians, Saudis, Emiratis, Kuwaitis, Pakistanis, Indians, Bangladeshis, Indonesians, Malaysians, Filipinos, Koreans, Canadians, Australians, Mexicans, Brazilians, \
         Venezuelans, Colombians, Cubans, Haitians, Italians, Spaniards, Romanians, Greeks, Swedes, Norwegians, Danes, Belgians, Kurds",
    ),
    (
        Figure(Noun(Measure)),
        "metre, metres, meter, meters, m, km, kms, kilometre, kilometres, kilometer, kilometers, mile, miles, mi, centimetre, centimetres, centimeter, centimeters, cm, millimetre, millimetres, millimeter, millimeters, mm, \
         micrometer, micrometers, micron, microns, nanometer, nanometers, nanometre, nanometres, nm, foot, feet, ft, inch, inches, in., yard, yards, yd, yds, nautical mile, nautical miles, light year, light years, light-year, light-years, \
         square metre, square metres, square meter, square meters, square kilometre, square kilometres, square kilometer, square kilometers, square mile, square miles, square foot, square feet, sq ft, sq km, sq m, km 2, m 2, sq mi, \
         cubic metre, cubic metres, cubic meter, cubic meters, cubic feet, cubic foot, cubic centimeters, cubic centimetres, cubic inches, cubic yards, cubic kilometers, acre, acres, hectare, hectares, ha, \
         gram, grams, gramme, grammes, g, kg, kgs, kilogram, kilograms, kilogramme, kilogrammes, kilo, kilos, mg, milligram, milligrams, microgram, micrograms, pound weight, lb, lbs, ounce, ounces, oz, stone, ton, tons, tonne, tonnes, \
         metric ton, metric tons, kiloton, kilotons, megaton, megatons, short tons, litre, litres, liter, liters, l, ml, millilitre, millilitres, milliliter, milliliters, centiliter, deciliter, deciliters, gallon, gallons, gal, pint, pints, quart, quarts, barrel, barrels, bbl, bpd, b / d, barrels per day, barrels a day, barrels daily, cup, cups, \
         tablespoon, tablespoons, teaspoon, teaspoons, bushel, bushels, fluid ounce, fluid ounces, fl oz, \
         degree, degrees, degree celsius, degrees celsius, degrees fahrenheit, degree fahrenheit, deg celsius, deg fahrenheit, deg c, deg f, deg, degrees c, degrees f, degree c, degree f, c, f, celsius, fahrenheit, centigrade, degrees centigrade, degree centigrade, \
         kelvin, kelvins, k kelvin, degrees kelvin, degree kelvin, degrees k, rankine, degrees rankine, degrees in celsius, degrees in fahrenheit, \
         mph, kph, kmh, km/h, km / h, km / hr, km per hour, m / s, kilometers per hour, kilometres per hour, kilometer per hour, kilometre per hour, miles per hour, mile per hour, miles an hour, mile an hour, kilometers an hour, kilometres an hour, meters per second, metres per second, \
         meter per second, feet per second, feet per minute, knot, knots, knots per hour, watt, watts, kw, kilowatt, kilowatts, mw, megawatt, megawatts, gw, gigawatt, gigawatts, kwh, kilowatt-hours, kilowatt hours, megawatt-hours, horsepower, hp, volt, volts, kilovolts, amps, ampere, joules, \
         hertz, hz, khz, mhz, megahertz, ghz, gigahertz, decibels, db, bit, bits, byte, bytes, kb, kbs, kilobyte, kilobytes, kilobit, kilobits, mb, mbs, megabyte, megabytes, megabit, megabits, gb, gbs, gigabyte, gigabytes, gigabit, gigabits, tb, tbs, terabyte, terabytes, terabit, terabits, petabyte, petabytes, petabit, petabits, pb, \
         mbps, gbps, kbps, mb / s, gb / s, kb / s, pixel, pixels, megapixel, megapixels, psi, pascals, calorie, calories, kilocalories, kcal, carat, carats, karat, magnitude, feet per mile, pounds per square inch, km²",
    ),
    (Figure(BelowZero), "below zero, below 0, below freezing"),
    (Figure(Year), "year, years, yr, yrs, y"),
    (
        Figure(Time),
        "day, days, month, months, week, weeks, hour, hours, hr, hrs, minute, minutes, min, mins, second, seconds, sec, secs, decade, decades, century, centuries, night, nights, fortnight, weekend, weekends, \
         quarters, season, seasons, milliseconds, o'clock, am, pm, a.m., p.m., semester, semesters, business days, working days",
    ),
    (
        Figure(Age),
        "old, years old, year old, of age, years of age, aged, age, age of, the age of, ages, aged between, years - old, turned, turns, months old, month old, weeks old, days old, day old, week old, under the age of, over the age of",
    ),
    (Figure(AgeVerb), "turned, turns"),
    // Counted words whose form alone would not tell: their plural has no s, or they look like verbs.
    (
        Figure(Noun(Count)),
        "time, times, comments, comment, views, tents, tent, bridges, bridge, emails, messages, apartments, apartment, offices, office, shops, shop, restaurants, hotels, rooms, wells, mines, plants, factories, \
         factory, farms, ballots, polling stations, signatures, complaints, lawsuits, bills, laws, aircraft, plane, planes, ship, ships, boat, boats, vessel, vessels, car, cars, vehicle, vehicles, truck, trucks, bus, buses, train, trains, school, schools, hospital, hospitals, country, countries, \
         nation, nations, state, states, city, cities, town, towns, village, villages, house, houses, home, homes, building, buildings, site, sites, case, cases, seat, seats, vote, votes, point, points, goal, goals, game, games, match, matches, \
         attack, attacks, strike, strikes, airstrike, airstrikes, air strikes, raid, raids, incident, incidents, count, counts, charge, charges, company, companies, firm, firms, store, stores, share, shares, job, jobs, book, books, \
         film, films, copy, copies, species, cattle, sheep, fish, series, medal, medals, award, awards, title, titles, trip, trips, visit, visits, flight, flights, party, parties, group, groups, item, items, step, steps, member states, \
         patents, bond, bonds, product, products, device, devices, unit, units, dose, doses, percentiles, sites, places, ways, parts, pieces, acts, letters, words, pages, pictures, bags, boxes, box, tests, test, tickets, trees, animals, horses, dogs, window, windows",
    ),
    (
        Figure(NotCounted),
        "fold, way, something, somethings, odd, others, other, more, and, or, but, who, which, whom, whose, where, when, while, since, until, because, if, than, per, each, every, his, her, their, its, our, against, among, amid, after, before, during, into, onto, within, without, out, off, up, down, \
         were, was, are, is, has, have, had, will, would, could, may, might, can, did, does, do, said, says, ago, later, earlier, last, next, this, that, these, those, there, here, also, only, again, then, now, so, such, both, all, any, no, not, \
         via, versus, plus, minus, times that, and up to, including, compared, respectively, today, yesterday, tomorrow, early, late, us, them, it, lasts, less, fewer, was, another, vs",
    ),
    (
        Figure(Label),
        "call, dial, text, hotline, helpline, phone, article, articles, section, sections, chapter, page, pages, number, no, nos, resolution, flight, route, highway, interstate, room, channel, act, rule, title, volume, vol, level, levels, phase, stage, apollo, line, \
         version, figure, fig, table, item, paragraph, clause, amendment, part, episode, season, gate, platform, terminal, district, ward, zone, unit, squadron, boeing, airbus, mig, iphone, windows, category, type, tel, telephone, fax, model, class, grade, lane, pier, psalm, verse, studio, game, group, formula, area, building, school, local, precinct, fortune",
    ),
    (Figure(Street), "street, st, avenue, ave, road, rd, boulevard, blvd, lane, drive, square"),
    (
        Figure(Body),
        "strong, mother, father, parents, grandmother, grandfather, family, crowd, crowds, team, panel, crew, staff, delegation, audience, squad, jury, choir, orchestra, workforce, attendance",
    ),
    (Figure(NameBefore), "group of"),
    (
        Figure(Name),
        "group of seven, group of twenty, group of eight, big four, big five, big three, five star, five eyes, five star movement, six nations, seven sisters, ten commandments, nine eleven, one another, no one, one of, \
         the one, this one, that one, one by one, one day, at one, square one, one hand, one side, one way, one thing, one - time, one-time, half time, half-time, first half, second half, half a century, half an hour, half hour, half-hour, half year, half-year, half past, half brother, half sister, \
         second half of, half marathon, half - marathon, one direction, day one, number one, quarter final, quarter-final, quarter finals, quarter-finals, semi final, fifty - fifty, two thirds majority, catch - 22, four - by - four, 4 x 4, 401 k, twenty - somethings, zero tolerance, ground zero, net zero, \
         zero - coupon, patient zero, zero sum, zero - sum, zero hour, one or two, one or more, zero covid, formula one, high - five, high - fives, one - on - one, one on one",
    ),
    (Figure(NumberOf), "number, total, tally, count, numbers"),
    (Figure(Toll), "toll, death toll, body count"),
    (Figure(Among), "including, among them, of them, of whom, included"),
    // killed three soldiers
    (
        Figure(HarmBefore),
        "killed, killing, kill, kills, wounded, wounding, injured, injuring, hurt, hurting, arrested, arresting, arrest, arrests, detained, detaining, detention of, captured, capturing, abducted, abducting, kidnapped, kidnapping, executed, executing, death of, deaths of, lives of, claiming the lives of, \
         murdered, murdering, murder of, massacred, slain, slaying, shot dead, beheaded, took hostage, claimed the lives of, bodies of, rounded up, shot and killed, jailed, imprisoned, assassinated, martyred",
    ),
    // were killed
    (
        Figure(Harm),
        "were killed, was killed, been killed, being killed, are killed, were wounded, was wounded, been wounded, were injured, was injured, been injured, were hurt, was hurt, were arrested, was arrested, been arrested, were detained, was detained, been detained, are detained, were captured, \
         was captured, been captured, were abducted, been abducted, was abducted, were kidnapped, been kidnapped, was kidnapped, were executed, been executed, were missing, are missing, is missing, remain missing, remained missing, still missing, unaccounted for, died, have died, has died, had died, die, dies, dying, dead, \
         drowned, perished, lost their lives, lost his life, lost her life, lost lives, were shot, was shot, been shot, were murdered, been murdered, was murdered, were also killed, were also wounded, were also injured, held hostage, taken hostage, being held, are being held, behind bars, reported killed, reported missing, \
         were jailed, were slain, killed and, dead and, killed in, killed by, killed when, killed on, wounded in, injured in, wounded when, injured when, presumed dead, feared dead, confirmed dead, hospitalized, hospitalised, seriously injured, critically injured, seriously wounded, went missing, were taken hostage",
    ),
    (
        Figure(Spared),
        "release of, freeing, rescued, rescuing, rescue, saved, survived, surviving, evacuated, evacuating, evacuation of, rescue of",
    ),
    (Figure(Freed), "released, freed, liberated"),
    (Figure(Carries), "carrying, aboard, on board"),
    (
        Figure(Disease),
        "virus, coronavirus, covid, pandemic, epidemic, outbreak, disease, infection, infections, measles, ebola, cholera, malaria, influenza, flu, hiv, tuberculosis, monkeypox, mpox, cancer, vaccine, vaccines, variant",
    ),
    (Figure(In), "in, inside, across, near, at"),
    (
        Figure(PlaceHead),
        "city of, town of, province of, state of, village of, region of, district of, northern, southern, eastern, western, central, north, south, east, west, northeastern, northwestern, southeastern, southwestern",
    ),
    (
        Figure(Has),
        "has, have, had, deploys, deployed, withdrew, withdraws, holds, held, exports, imports, produces, spends, keeps, kept, maintains, maintained, owns, lost, sent, stationed, fields, operates, spent, exported, imported, produced, recorded, reported, pledged",
    ),
    (
        Figure(Country("USD")),
        "united states, u.s., america, washington, new york, texas, california, florida, chicago, pentagon",
    ),
    (Figure(Demonym("USD")), "american, u.s., us"),
    (Figure(Country("GBP")), "britain, united kingdom, uk, u.k., england, scotland, wales, london"),
    (Figure(Demonym("GBP")), "british, english, scottish"),
    (
        Figure(Country("EUR")),
        "france, paris, germany, berlin, italy, rome, spain, madrid, portugal, belgium, brussels, netherlands, greece, athens, austria, ireland, dublin, finland, europe, european union",
    ),
    (Figure(Demonym("EUR")), "french, german, italian, spanish, dutch, greek, irish, european, belgian, finnish"),
    (Figure(Country("EGP")), "egypt, cairo"),
    (Figure(Demonym("EGP")), "egyptian"),
    (Figure(Country("ILS")), "israel, gaza, gaza strip, west bank, palestine, tel aviv, jerusalem, rafah, khan younis"),
    (Figure(Demonym("ILS")), "israeli, palestinian"),
    (Figure(Country("LBP")), "lebanon, beirut"),
    (Figure(Demonym("LBP")), "lebanese"),
    (Figure(Country("SYP")), "syria, damascus, aleppo"),
    (Figure(Demonym("SYP")), "syrian"),
    (Figure(Country("IQD")), "iraq, baghdad, mosul, basra"),
    (Figure(Demonym("IQD")), "iraqi"),
    (Figure(Country("JOD")), "jordan, amman"),
    (Figure(Demonym("JOD")), "jordanian"),
    (Figure(Country("KWD")), "kuwait"),
    (Figure(Demonym("KWD")), "kuwaiti"),
    (Figure(Country("SAR")), "saudi arabia, riyadh, jeddah"),
    (Figure(Demonym("SAR")), "saudi"),
    (Figure(Country("QAR")), "qatar, doha"),
    (Figure(Demonym("QAR")), "qatari"),
    (Figure(Country("AED")), "united arab emirates, uae, dubai, abu dhabi, emirates"),
    (Figure(Demonym("AED")), "emirati"),
    (Figure(Country("MAD")), "morocco, rabat, casablanca"),
    (Figure(Demonym("MAD")), "moroccan"),
    (Figure(Country("DZD")), "algeria, algiers"),
    (Figure(Country("TND")), "tunisia, tunis"),
    (Figure(Country("LYD")), "libya, tripoli, benghazi"),
    (Figure(Country("SDG")), "sudan, khartoum, darfur"),
    (Figure(Demonym("SDG")), "sudanese"),
    (Figure(Country("YER")), "yemen, sanaa, aden"),
    (Figure(Demonym("YER")), "yemeni"),
    (Figure(Country("IRR")), "iran, tehran"),
    (Figure(Demonym("IRR")), "iranian"),
    (Figure(Country("TRY")), "turkey, ankara, istanbul"),
    (Figure(Demonym("TRY")), "turkish"),
    (Figure(Country("RUB")), "russia, moscow, kremlin"),
    (Figure(Demonym("RUB")), "russian"),
    (Figure(Country("UAH")), "ukraine, kyiv, kiev, kharkiv, kherson, donetsk"),
    (Figure(Demonym("UAH")), "ukrainian"),
    (Figure(Country("CNY")), "china, beijing, shanghai"),
    (Figure(Demonym("CNY")), "chinese"),
    (Figure(Country("JPY")), "japan, tokyo"),
    (Figure(Demonym("JPY")), "japanese"),
    (Figure(Country("KRW")), "south korea, seoul"),
    (Figure(Country("INR")), "india, delhi, new delhi, mumbai"),
    (Figure(Demonym("INR")), "indian"),
    (Figure(Country("PKR")), "pakistan, islamabad, karachi"),
    (Figure(Demonym("PKR")), "pakistani"),
    (Figure(Country("AFN")), "afghanistan, kabul"),
    (Figure(Demonym("AFN")), "afghan"),
    (Figure(Country("MXN")), "mexico"),
    (Figure(Demonym("MXN")), "mexican"),
    (Figure(Country("ARS")), "argentina"),
    (Figure(Country("BRL")), "brazil"),
    (Figure(Country("COP")), "colombia"),
    (Figure(Country("CLP")), "chile"),
    (Figure(Country("PHP")), "philippines, manila"),
    (Figure(Country("CHF")), "switzerland, geneva"),
    (Figure(Country("SEK")), "sweden, stockholm"),
    (Figure(Country("NOK")), "norway, oslo"),
    (Figure(Country("DKK")), "denmark, copenhagen"),
    (Figure(Country("CAD")), "canada, ottawa, toronto"),
    (Figure(Country("AUD")), "australia, sydney"),
    (Figure(Country("NGN")), "nigeria, lagos"),
    (Figure(Country("KES")), "kenya, nairobi"),
    (Figure(Country("SOS")), "somalia, mogadishu"),
    (Figure(Country("ETB")), "ethiopia"),
    (Figure(Country("ZAR")), "south africa"),
];
