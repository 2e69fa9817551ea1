//! English: abbreviations, stop words and what is not the article's own text.

use crate::lang::Row;
use crate::lang::Sense::Text;
use crate::lang::words::TextWord::{
    Abbreviation, Agency, Credit, CreditLabel, FinalAbbreviation, Furniture, NumberAbbreviation, Plea, Post, ReadMore,
    ReadMoreLabel, Rights, Stop,
};

pub const ROWS: &[Row] = &[
    // Before a name or an example, so never last.
    (
        Text(Abbreviation),
        "Mr, Mrs, Ms, Mx, Messrs, Dr, Drs, Prof, St, Ste, Mt, Ft, Gen, Lt, Col, Sgt, Cpl, Pvt, Capt, Maj, Cmdr, Brig, \
         Adm, Sen, Sens, Rep, Reps, Gov, Govs, Rev, Fr, Hon, Pres, Supt, Det, Insp, Cllr, Amb, Atty, Msgr, vs, v, \
         approx, cf, e.g, i.e, eg, ie, viz",
    ),
    (
        Text(FinalAbbreviation),
        "Jr, Sr, Inc, Ltd, Co, Corp, Bros, LLC, PLC, Esq, etc, al, dept, ave, blvd, rd, jan, feb, mar, apr, jun, \
         jul, aug, sept, sep, oct, nov, dec, mon, tue, tues, thu, thurs, fri, ala, ariz, ark, calif, colo, conn, \
         fla, ga, ind, kan, ky, md, mich, minn, nev, okla, pa, tenn, tex, va, vt, wis, wyo",
    ),
    (Text(NumberAbbreviation), "No, Nos, p, pp, Art, Sec, Fig, Figs, vol, ch, para, rs"),
    (
        Text(Stop),
        "the, a, an, and, or, of, to, in, on, at, by, for, from, with, that, this, these, those, is, was, are, were, be, \
         been, being, has, have, had, it, its, he, she, they, we, you, i, his, her, their, our, my, your, him, them, us, \
         but, not, no, nor, as, which, who, whom, whose, what, when, where, why, how, will, would, can, could, may, \
         might, must, shall, should, do, does, did, done, if, than, then, there, here, so, such, into, about, after, \
         before, over, under, between, during, through, against, out, up, down, off, also, only, just, more, most, \
         other, some, any, all, both, each, while, because, until, since, although, though, however, very, too, i'm, \
         it's, he's, she's, don't, doesn't, didn't, isn't, wasn't, aren't, weren't, can't, couldn't, won't, wouldn't, \
         that's, there's, we're, they're, you're, i've, we've, they've, i'll, we'll",
    ),
    (
        Text(ReadMore),
        "read more, read also, also read, see also, read next, read on, related stories, related articles, related news, \
         related topics, related content, more on this story, more on this topic, more from, more stories, \
         more news, you may also like, you might also like, you may be interested in, recommended for you, \
         recommended stories, recommended reading, further reading, keep reading, continue reading, \
         click here, click to, tap here, watch more, watch live, watch now, see more, learn more, don't miss, \
         what to read next, editor's picks, editors' picks, top stories, most popular, trending now, in case you missed it",
    ),
    (
        Text(ReadMoreLabel),
        "related, recommended, read, watch, listen, see, more, trending, up next, most read, most viewed",
    ),
    (
        Text(Furniture),
        "advertisement, advertisements, advertising, ad, sponsored, sponsored content, promoted, paid content, \
         share, share this, comment, comments, print, email, save, copy link, link copied, loading, close, menu, \
         newsletter, newsletters, subscribe, sign in, log in, sign up, register, live, facebook, twitter, whatsapp, \
         instagram, telegram, linkedin, tags, topics, tags topics, article continues below, story continues below, \
         continue, skip, skip ad, play, play video, image, video, photo, gallery, top, back to top, next, previous, \
         watch on youtube, watch on facebook, privacy policy, terms of use, terms and conditions, cookie policy, hide caption, toggle caption",
    ),
    (
        Text(Plea),
        "sign up for, sign up to, sign up here, subscribe to, subscribe now, subscribe for, subscribe here, \
         get our, get the latest, get breaking news, follow us, follow me on, follow our, \
         join our, join us on, like us on, find us on, share this article, share this story, share this post, \
         share on facebook, share on twitter, share on x, share on whatsapp, share via email, \
         download our app, download the app, download our, listen to this article, listen to our, support our, \
         support independent journalism, become a member, donate now, donate to, \
         click here to, enter your email, your email address, this site is protected by recaptcha, \
         we use cookies, this site uses cookies, by continuing to use this, by signing up, by subscribing, by submitting your, \
         please enable javascript, enable javascript, your browser does not support, this video cannot be played, \
         media caption, image caption, image source, allow content, allow twitter content, this article contains content, \
         thank you for reading, thanks for reading, thank you for registering, already a subscriber, already have an account, \
         this content is available to, to continue reading, to read the full article, you have free articles, \
         article continues below, article continues after, story continues below, continue reading below, \
         a post shared by, view this post on, tweets by, view on twitter, view on instagram, \
         got a tip, have a tip, do you have a story, have you been affected, contact us at, send us your, \
         was originally published, this article was originally published, this story was originally published, \
         this article first appeared, this story first appeared, this article was amended, last updated, \
         published on, updated on, posted on, first published, last modified, filed under, skip past newsletter, \
         our standards",
    ),
    (
        Text(Rights),
        "all rights reserved, rights reserved, may not be reproduced, no part of this publication, \
         copyright ©, © copyright, ©, (c) copyright",
    ),
    (
        Text(Credit),
        "reporting by, additional reporting by, additional reporting, writing by, editing by, \
         with reporting by, photo by, photos by, photograph by, picture by, pictures by, image by, \
         photo courtesy, image courtesy, photo credit, image credit, picture credit, graphics by, \
         illustration by, file photo, file picture, file image, getty images, ap photo, afp photo, reuters photo",
    ),
    (
        Text(CreditLabel),
        "source, sources, photo, photos, photograph, picture, image, images, credit, video, by, author, editor, \
         written by, edited by, translated by, produced by, compiled by, video by",
    ),
    (
        Text(Agency),
        "reuters, afp, ap, associated press, the associated press, agence france presse, getty, getty images, \
         epa, dpa, upi, xinhua, tass, anadolu, anadolu agency, bloomberg, shutterstock, istock, alamy, \
         press association, pa media, wire services, agencies, staff, staff writer, staff reporter, newsroom, \
         news desk, web desk, correspondent, and, via, file",
    ),
    // Links and hands of posts: `pic.twitter.com/…`, `t.co/…`.
    (Text(Post), "pic.twitter.com, pic.x.com, https://t.co, t.co/, instagram.com/p, facebook.com/watch, youtu.be/"),
];
