//! Signs that are the same in every language.

use super::Row;
use super::Sense::Figure;
use super::words::FigureWord::{Coin, Currency, Noun, Percent};
use crate::digest::FigureKind::Measure;

pub const ROWS: &[Row] = &[
    (Figure(Percent), "%, ٪"),
    (Figure(Coin), "¢"),
    (Figure(Noun(Measure)), "°, ℃, ℉"),
    (Figure(Currency("USD")), "$"),
    (Figure(Currency("EUR")), "€"),
    (Figure(Currency("GBP")), "£"),
    (Figure(Currency("JPY")), "¥"),
    (Figure(Currency("INR")), "₹, ₨"),
    (Figure(Currency("TRY")), "₺"),
    (Figure(Currency("ILS")), "₪"),
    (Figure(Currency("KRW")), "₩"),
    (Figure(Currency("RUB")), "₽"),
    (Figure(Currency("UAH")), "₴"),
    (Figure(Currency("NGN")), "₦"),
    (Figure(Currency("VND")), "₫"),
    (Figure(Currency("PHP")), "₱"),
    (Figure(Currency("CRC")), "₡"),
    (Figure(Currency("GEL")), "₾"),
    (Figure(Currency("KZT")), "₸"),
    (Figure(Currency("MNT")), "₮"),
    (Figure(Currency("GHS")), "₵"),
    (Figure(Currency("PYG")), "₲"),
    (Figure(Currency("LAK")), "₭"),
    (Figure(Currency("AZN")), "₼"),
    (Figure(Currency("BTC")), "₿"),
    (Figure(Currency("IRR")), "﷼"),
];
