//! English: verbs of saying, roles, bodies, given names, and what stands before terms in marks.

use crate::lang::Row;
use crate::lang::Sense::Quote;
use crate::lang::words::Agreement::{Any, He, She, They};
use crate::lang::words::CueKind::{Along, Describe, Noun, Own, Relay, Say, Source, Voice};
use crate::lang::words::QuoteWord::{
    Adverb, Anonymous, Answers, Asks, Auxiliary, Bare, Bars, Body, Compound, Cue, Determiner, Document, First, From,
    Generic, Given, Indefinite, Interview, Joins, Link, NamePart, Naming, Occasion, Opener, Outlet, Passive, Pronoun,
    Relative, Role, Same, Stop, Tells, That, Turn, With,
};

pub const ROWS: &[Row] = &[
    (
        Quote(Cue(Say, Any)),
        "said, says, say, told, tells, tell, added, adds, add, wrote, writes, write, noted, notes, stated, states, claimed, claims, claim, \
         argued, argues, argue, explained, explains, insisted, insists, insist, acknowledged, acknowledges, admitted, admits, \
         announced, announces, reported, reports, declared, declares, asserted, asserts, maintained, maintains, suggested, suggests, \
         warned, warns, warn, asked, asks, ask, replied, replies, responded, responds, answered, answers, continued, continues, tweeted, \
         tweets, recalled, recalls, remembered, remembers, remarked, remarks, observed, observes, concluded, concludes, conceded, concedes, confirmed, confirms, \
         denied, denies, deny, alleged, alleges, allege, believes, believe, believed, thinks, think, thought, emphasized, emphasizes, \
         stressed, stresses, shouted, shouts, joked, jokes, quipped, quips, testified, testifies, predicted, predicts, promised, \
         promises, vowed, vows, vow, pledged, pledges, complained, complains, lamented, laments, estimated, estimates, contended, \
         contends, contend, countered, counters, retorted, reads, commented, comments, posted, posts, disclosed, revealed, reveals, \
         repeated, repeats, reiterated, reiterates, cautioned, cautions, boasted, boasts, wondered, wonders, mused, intoned, chanted, \
         screamed, yelled, cried, whispered, exclaimed, urged, urges, urge, advised, advises, informed, assured, assures, reminded, \
         counseled, proclaimed, proclaims, agreed, agrees, thundered, opined, opines, shot back, went on, put it, puts it, began, \
         begins, pointed out, points out, chimed in, elaborated, indicated, indicates, hinted, underscored, affirmed, interjected, sang, \
         sings, signaled, concurred, tells us, found, finds, shows, showed, ruled, rules, spoke, speaks, was quoted as saying, were quoted as saying, is quoted as saying, are quoted as saying, \
         been quoted as saying, beamed, gushed, enthused, sighed, fumed, marvelled, marveled, pleaded, begged, snapped, murmured, muttered, \
         reflected, reflects, confided, speculated, speculates, reasoned, reckons, reckoned, expects, expected, \
         learned, recounted, recounts, volunteered, demanded, demands, read, hopes, hoped, fears, feared, suggest, predict, estimate, conclude, confirm, admit, concede, insist, knows, knew, worried, worries, \
         understood, offered, offers, swore, wants, wanted",
    ),
    (
        Quote(Cue(Voice, Any)),
        "praised, praises, criticized, criticizes, criticised, condemned, condemns, denounced, denounces, blasted, blasts, slammed, \
         slams, attacked, attacks, mocked, mocks, accused, accuses, accuse, called for, calls for, called on, calls on, cited, cites, \
         cite, backed, endorsed, rejected, rejects, defended, defends, opposed, opposes, supported, supports, proposed, proposes, \
         hailed, hails, lauded, welcomed, decried, decries, derided, derides, ridiculed, lambasted, questioned, questions, referred to, \
         refers to, referring to, mentioned, mentions, discussed, discusses, apologized, thanked, congratulated, expressed, expresses, \
         outlined, touted, touts, advocated, advocates, lashed, sought, seeks, used, uses, raised, plans, planned, invoked, echoed, \
         echoes, addressed, stood, likened, compared, blamed, blames, seemed, seems, appeared, appears, saw, sees, view, viewed, feel, \
         feels, felt, including, unloaded, tried, tries, swears, decided, requires, says of, said of",
    ),
    (
        Quote(Cue(Describe, Any)),
        "called, calls, call, described, describes, describe, dubbed, dubs, labeled, labels, labelled, branded, brands, deemed, deems, \
         termed, terms, characterized, characterizes, characterised, referred, has called, referred to as, known as, nicknamed, \
         rated, portrayed, portrays, cast, considered, considers, dismissed, dismisses",
    ),
    (
        Quote(Cue(Along, Any)),
        "saying, adding, arguing, noting, claiming, telling, asking, insisting, writing, warning, explaining, stating, suggesting, \
         declaring, announcing, promising, vowing, pledging, calling, describing, citing, acknowledging, admitting, asserting, denying, \
         alleging, emphasizing, stressing, shouting, joking, chanting, pointing out, tweeting, concluding, complaining, urging, \
         demanding, boasting, mocking, accusing, criticizing, praising, labeling, dubbing, predicting, reminding, recalling, \
         replying, responding, reading, mentioning, quoting, singing, yelling, screaming, to say",
    ),
    (Quote(Cue(Relay, Any)), "quoted, quotes"),
    (Quote(Cue(Noun, Any)), "as saying, as telling"),
    (
        Quote(Cue(Source, Any)),
        "according to, in the words of, as told by, per, in a statement from, in a statement by, quoting",
    ),
    (
        Quote(Cue(Own, Any)),
        "in his words, in her words, in their words, as he put it, as she put it, in his own words, in her own words",
    ),
    (Quote(That(0)), "that, if, whether"),
    (Quote(Bars), "so, now, such, given, provided, except, after, before"),
    (
        Quote(Role(Any)),
        "president, vice president, prime minister, minister, senator, sen, representative, rep, congressman, governor, gov, mayor, \
         secretary, attorney, attorney general, general, gen, colonel, col, lieutenant, lt, captain, capt, sergeant, sgt, major, maj, admiral, adm, \
         chairman, chair, chairperson, chief, director, deputy, ambassador, envoy, judge, justice, sheriff, commissioner, officer, \
         spokesperson, press secretary, campaign manager, manager, strategist, adviser, advisor, aide, analyst, economist, professor, \
         prof, dr, doctor, scientist, researcher, author, writer, editor, columnist, reporter, journalist, correspondent, anchor, host, \
         lawyer, attorney, counsel, prosecutor, detective, investigator, candidate, nominee, leader, founder, co-founder, executive, ceo, \
         cfo, coach, player, actor, actress, director-general, secretary-general, secretary general, pastor, reverend, rev, bishop, pope, cardinal, imam, \
         rabbi, delegate, del, councilman, councilwoman, activist, expert, critic, owner, partner, resident, voter, student, teacher, \
         neighbor, farmer, worker, veteran, pollster, historian, biographer, communications director, consultant, lobbyist, donor, \
         supporter, surrogate, witness, victim, member, organizer, president-elect, speaker, majority leader, minority leader, whip, \
         treasurer, superintendent, principal, chancellor, premier, king, prince, sir, lord, boss, engineer, head, fellow, co-chair, \
         lawmaker, photographer, comedian, musician, singer, billionaire, businessman, entrepreneur, politician, diplomat, soldier, \
         pilot, driver, guard, nurse, artist, questioner, moderator, narrator, announcer, solicitor general, congressmember, rival, opponent, challenger, incumbent, republican, democrat, developer, secretary of state, \
         secretary of defense, secretary of defence, novelist, poet, playwright, filmmaker, footballer, chef, architect, curator, biologist, geologist, \
         physicist, chemist, epidemiologist, virologist, climatologist, meteorologist, seismologist, astronomer, archaeologist, sociologist, \
         psychologist, psychiatrist, surgeon, trader, winner, champion, runner-up, finalist, neighbour, colleague, organiser, landlord, tenant, cousin, friend, tourist, passenger, motorist, pensioner, shopper, survivor, protester, campaigner, commuter, striker, midfielder, \
         defender, goalkeeper, winger, quarterback, linebacker, pitcher, mp, msp, conservative, tory, liberal democrat, lib dem, socialist, councillor, cllr, dame, baroness, backbencher, minister of state, inspector, insp, det, detective inspector, constable, superintendent, doctor",
    ),
    (
        Quote(Role(He)),
        "mr, spokesman, congressman, chairman, businessman, husband, father, son, brother, uncle, grandfather, nephew, king, prince, \
         man, boy, gentleman, councilman, assemblyman, boyfriend",
    ),
    (
        Quote(Role(She)),
        "mrs, ms, miss, spokeswoman, congresswoman, chairwoman, businesswoman, wife, mother, daughter, sister, aunt, grandmother, niece, \
         queen, princess, first lady, woman, girl, councilwoman, actress, widow, girlfriend, assemblywoman",
    ),
    (
        Quote(Role(They)),
        "officials, sources, aides, analysts, experts, lawyers, attorneys, prosecutors, critics, supporters, voters, republicans, \
         democrats, conservatives, liberals, lawmakers, senators, activists, advocates, protesters, researchers, scientists, economists, \
         doctors, residents, witnesses, investigators, students, teachers, parents, leaders, reporters, members, people, americans, \
         authorities, groups, others, insiders, observers, police, polls, executives, allies, friends, opponents, operatives, \
         strategists, surrogates, presidents, crowd, some, many, men, women, advisers, advisors, relatives, neighbors, neighbours, workers, \
         farmers, soldiers, commanders, diplomats, historians, campaigners, scholars, ministers, governors, mayors, judges, \
         veterans, survivors, families, managers, directors, commentators, pundits, staffers, nurses, pollsters, \
         environmentalists, consumers, customers, regulators, bankers, owners, developers, executives, organizers, organisers, \
         delegates, candidates, rivals, inspectors, engineers, firefighters, rescuers, officers, agents, paramedics, medics, \
         villagers, locals, detectives, aid workers, union leaders, shareholders, employees, scientists, academics, citizens, mps, peers, businesses, traders, passengers, commuters, drivers, patients, fans, \
         players",
    ),
    (Quote(Generic(Any)), "official, source, person, spokesperson, speaker"),
    (
        Quote(Body(Any)),
        "ministry, department, agency, committee, commission, council, court, company, corporation, university, institute, foundation, \
         center, centre, party, campaign, government, administration, white house, pentagon, congress, senate, house, army, military, navy, \
         union, association, organization, group, coalition, alliance, bank, fund, bureau, office, network, newspaper, times, post, journal, \
         magazine, herald, tribune, guardian, news, press, radio, television, board, panel, team, league, society, federation, embassy, \
         kremlin, united nations, regulator, watchdog, broadcaster, airline, manufacturer, carmaker, retailer, lender, charity, think tank, firm, club, outlet, website, publication, paper, police department, school, hospital, college, church, prison, museum, factory, family, \
         city, county, service, services, force, jury, inquest, tribunal, coastguard, coast guard, fire brigade",
    ),
    (
        Quote(Document(Any)),
        "report, statement, letter, memo, memorandum, study, survey, poll, article, editorial, document, lawsuit, complaint, ruling, law, \
         bill, amendment, constitution, press release, release, headline, caption, ad, advertisement, transcript, email, e-mail, post, \
         tweet, brief, book, piece, clip, video, platform, bylaws, standards, sign, message, story, op-ed, column, review, resolution, \
         narrator, affidavit, filing, website, reports, studies, surveys, statements, documents, findings, data, figures, statistics, analysis, research, census, estimates, records, audit, inquiry, indictment, lawsuits, \
         prosecution",
    ),
    (
        Quote(Given(He)),
        "john, james, robert, michael, mike, william, bill, david, richard, joseph, joe, thomas, tom, charles, christopher, chris, daniel, \
         dan, matthew, matt, anthony, tony, mark, donald, steven, steve, paul, andrew, joshua, josh, kenneth, ken, kevin, brian, george, \
         edward, ronald, timothy, tim, jason, jeffrey, jeff, ryan, jacob, gary, nicholas, eric, jonathan, stephen, larry, justin, scott, \
         frank, benjamin, ben, samuel, sam, gregory, greg, patrick, jack, dennis, jerry, peter, henry, adam, doug, barack, bernie, ted, rand, \
         marco, newt, rudy, mitt, harry, mitch, jim, bob, ron, rick, phil, carl, alan, howard, roger, keith, sean, bobby, mohamed, ahmed, \
         muhammad, ali, hassan, vladimir, sergei, angel, jose, juan, carlos, luis, aaron, nathan, tyler, jimmy, jerome, keith, raymond, bruce, walter, ralph, roy, eugene, wayne, louis, philip, johnny, omar, ibrahim, khalid, yusuf, mustafa, karim, tariq, samir, pierre, jean, hans, boris, tim, robby, robin, corey, terry",
    ),
    (
        Quote(Given(She)),
        "mary, patricia, jennifer, linda, elizabeth, barbara, susan, jessica, sarah, karen, lisa, nancy, betty, sandra, margaret, ashley, \
         kimberly, emily, donna, michelle, carol, amanda, melissa, deborah, stephanie, rebecca, laura, helen, sharon, cynthia, kathleen, amy, \
         angela, shirley, anna, ruth, brenda, pamela, nicole, katherine, kate, virginia, catherine, christine, debbie, rachel, janet, \
         carolyn, maria, heather, diane, julie, joyce, victoria, kelly, christina, joan, evelyn, judith, megan, alice, hillary, kellyanne, \
         melania, ivanka, chelsea, huma, jill, loretta, theresa, donna, fatima, aisha, elena, alicia, oprah, gloria, ann, anne, jane, mika, \
         michele, nikki, marina, tina, dorothy, frances, martha, teresa, doris, cheryl, rose, beverly, denise, tammy, irene, marilyn, lori, jacqueline, wanda, melanie, claire, sophie, leila, layla, nadia, salma, hind, mona, rania, huda, amina, khadija, zainab, mariam, condoleezza, madeleine, ivana, hope, katrina",
    ),
    (
        Quote(NamePart),
        "de, van, von, der, den, del, della, di, da, la, le, al, el, bin, ibn, abu, ben, bint, ul, jr, sr, ii, iii, iv",
    ),
    (
        Quote(Naming),
        "titled, entitled, nicknamed, film, movie, song, book, novel, album, series, show, program, magazine, newspaper, documentary, play, \
         episode, episodes, podcast, operation, phrase, word, words, term, terms, so-called, slogan, hashtag, code-named, codenamed, dubbed, \
         column, commentary, segment, website, label, named, headlined, exhibit, painting, poem, video game, the nickname, his nickname, \
         headline, of the",
    ),
    (
        Quote(Stop),
        "but, and, or, nor, so, yet, when, while, as, if, because, although, though, since, after, before, in, on, at, by, from, with, \
         without, during, about, into, over, under, against, between, through, to, however, meanwhile, instead, indeed, still, then, there, \
         here, now, today, yesterday, tomorrow, monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, april, \
         june, july, august, september, october, november, december, last, earlier, later, this, that, these, those, what, how, why, where, \
         is, are, was, were, be, been, has, have, had, will, would, can, could, should, may, might, must, do, does, did, not, no, yes, well, \
         according, even, just, only, once, despite, until, unlike, like, for, also, recently, again, overall, asked, perhaps, finally, first, \
         one, two, three, both, all, i, you, we, it, its, my, your, our, oh, okay, please, let, get, she's, he's, it's, i'm, we're, don't, \
         i've, sept, oct, nov, dec, jan, feb, aug, more, most, many, some, much",
    ),
    (Quote(Link), "of, for, at, with, from, in, to, on"),
    (
        Quote(Outlet),
        "reporters, reporter, journalists, supporters, crowd, audience, voters, abc, nbc, cbs, cnn, msnbc, fox, ap, afp, reuters, npr, pbs, \
         lawmakers, fans, viewers",
    ),
    (
        Quote(Occasion),
        "statement, interview, speech, tweet, letter, memo, email, e-mail, debate, rally, news conference, press conference, conference, \
         post, address, testimony, remarks, video, message, op-ed, note, appearance, hearing",
    ),
    (
        Quote(Adverb),
        "also, later, then, previously, once, recently, reportedly, famously, repeatedly, has, have, had, would, will, may, might, was, is, \
         were, are, be, been, being, did, does, do, not, never, further, even, still, again, just, already, often, now, quickly, simply, \
         reportedly, flatly, first, could, can, should, must, himself, herself, has also, instead, always, clearly, publicly, who's, \
         merely, to, both, all, soon, afterwards, earlier, initially, long, proudly, actually, immediately, regularly, specifically",
    ),
    (Quote(Pronoun(He)), "he, him, himself"),
    (Quote(Pronoun(She)), "she, her, herself"),
    // A body or a document.
    (Quote(Pronoun(Any)), "it"),
    (Quote(Pronoun(They)), "they, them, we, themselves"),
    (Quote(Joins), "or, and"),
    (Quote(With), "and"),
    (
        Quote(Anonymous),
        "not to be named, not to be identified, not to be quoted, not to be quoted by name, to remain anonymous, for anonymity, anonymity, \
         on condition of anonymity, on the condition of anonymity, under condition of anonymity",
    ),
    (
        Quote(Bare),
        "said, says, say, saying, believes, believe, believed, thinks, think, claimed, claims, claiming, argued, argues, arguing, insisted, \
         insists, noted, notes, noting, added, adds, adding, admitted, acknowledged, warned, suggested, hopes, fears, indicated, indicates, concluded, predicted, \
         predicts, reckons, reckoned, felt, feared, hoped, claim, denied, complained, conceded, showed",
    ),
    (Quote(Tells), "told, tells, tell, warned, assured, informed, reminded, telling, warning"),
    // Who speaks behind a verb in the passive: `described by Jo Orr as`.
    (Quote(From), "by"),
    (Quote(First), "i, my, me, we, our, i'm, i've"),
    (Quote(Passive), "was, were, is, are, be, been, being"),
    (
        Quote(Auxiliary),
        "was, were, is, are, be, been, has, have, had, will, would, can, could, may, might, must, should, do, does, did",
    ),
    (Quote(Turn), "for his part, for her part, for its part, in contrast, by contrast"),
    (Quote(Asks), "q, question"),
    (Quote(Answers), "a, answer"),
    (
        Quote(Opener),
        "it, there, i, you, both, more, some, many, most, few, several, no, these, those, nobody, everyone",
    ),
    (Quote(Same), "same"),
    (
        Quote(Compound),
        "based, led, backed, born, run, owned, wide, held, made, style, bound, area, class, era, type, only, free, like, mail, day, year, old, long, \
         level, size, sized, themed, trained, built, bred, level, side, area, rich, poor, heavy, friendly, ready, wise, wing, law, elect, general, in, to, up, on, off, and",
    ),
    (
        Quote(Interview),
        "interview, interviewed, in conversation with, spoke with, spoke to, sat down with, talks to, talked to, questions for",
    ),
    (Quote(Determiner), "the, his, her, their, its, my, our, this, that"),
    (Quote(Indefinite), "a, an, one, another, some, several, many, two, three, other, no, each, both, dozens, only"),
    (Quote(Relative), "who, which, whom, whose"),
];
