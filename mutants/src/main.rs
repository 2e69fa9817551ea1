//! Writes every mutant of some source files into them at once, each behind a switch: the crate is
//! compiled once, and `KHULASA_MUTANT=17` runs it as the seventeenth mutant. On standard output
//! one line a mutant: number, file, line, what it was and what it is.
//!
//! `khulasa-mutants ROOT FILE… [-- NUMBER…]`; numbers behind `--` are left out (they do not compile).

use std::collections::BTreeSet;
use std::path::Path;

use proc_macro2::{LineColumn, Span, TokenStream};
use quote::ToTokens;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprMatch, Lit, Pat, ReturnType, Token, Type, UnOp};

/// The switch that the mutated files ask.
const SWITCH: &str = r#"
/// Which mutant runs.
#[allow(dead_code)]
pub mod mutant {
    use std::io::Write;
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicBool, Ordering};

    static ACTIVE: OnceLock<(u32, Option<String>)> = OnceLock::new();
    static SEEN: [AtomicBool; 1 << 16] = [const { AtomicBool::new(false) }; 1 << 16];

    pub fn on(number: u32) -> bool {
        let (active, log) = ACTIVE.get_or_init(|| {
            let active = std::env::var("KHULASA_MUTANT").ok().and_then(|n| n.parse().ok()).unwrap_or(0);
            (active, std::env::var("KHULASA_MUTANTS_SEEN").ok())
        });
        if let Some(log) = log
            && !SEEN[number as usize].swap(true, Ordering::Relaxed)
        {
            let mut file = std::fs::OpenOptions::new().append(true).create(true).open(log).unwrap();
            writeln!(file, "{number}").unwrap();
        }
        *active == number
    }
}
"#;

/// What is written where: at a byte, in order.
struct Edit {
    at: usize,
    /// Closings stand before openings at the same byte.
    opens: bool,
    text: String,
}

struct Mutator<'a> {
    text: &'a str,
    lines: Vec<usize>,
    file: &'a str,
    left_out: &'a BTreeSet<u32>,
    next: u32,
    edits: Vec<Edit>,
    report: Vec<String>,
}

fn code(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string().replace('\n', " ")
}

fn neighbour(op: &BinOp) -> Option<&'static str> {
    Some(match op {
        BinOp::Lt(_) => "<=",
        BinOp::Le(_) => "<",
        BinOp::Gt(_) => ">=",
        BinOp::Ge(_) => ">",
        BinOp::Eq(_) => "!=",
        BinOp::Ne(_) => "==",
        BinOp::And(_) => "||",
        BinOp::Or(_) => "&&",
        BinOp::Add(_) => "-",
        BinOp::Sub(_) => "+",
        BinOp::Mul(_) => "/",
        BinOp::Div(_) => "*",
        BinOp::Rem(_) => "/",
        BinOp::BitAnd(_) => "|",
        BinOp::BitOr(_) => "&",
        BinOp::AddAssign(_) => "-=",
        BinOp::SubAssign(_) => "+=",
        BinOp::MulAssign(_) => "/=",
        BinOp::DivAssign(_) => "*=",
        BinOp::BitOrAssign(_) => "&=",
        BinOp::BitAndAssign(_) => "|=",
        _ => return None,
    })
}

/// Whether a chain of `&&` holds a `let`, which no parentheses may stand around.
fn has_let(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(b) if matches!(b.op, BinOp::And(_)) => has_let(&b.left) || has_let(&b.right),
        _ => false,
    }
}

impl Mutator<'_> {
    fn byte(&self, at: LineColumn) -> usize {
        let start = self.lines[at.line - 1];
        self.text[start..].char_indices().nth(at.column).map_or(self.text.len(), |(i, _)| start + i)
    }

    fn number(&mut self, span: Span, from: String, to: String) -> Option<u32> {
        self.next += 1;
        if self.left_out.contains(&self.next) {
            return None;
        }
        let line = span.start().line;
        self.report.push(format!("{}\t{}:{line}\t{from}\t{to}", self.next, self.file));
        Some(self.next)
    }

    fn insert(&mut self, at: usize, opens: bool, text: String) {
        self.edits.push(Edit { at, opens, text });
    }

    /// An expression, or what it is changed into.
    fn swap(&mut self, expr: &impl ToTokens, to: String) {
        let span = expr.span();
        let Some(number) = self.number(span, code(expr), to.clone()) else { return };
        let (start, end) = (self.byte(span.start()), self.byte(span.end()));
        self.insert(start, true, format!("(if crate::mutant::on({number}) {{ {to} }} else {{ "));
        self.insert(end, false, " })".into());
    }

    /// A condition, or `true`.
    fn drop_condition(&mut self, expr: &Expr) {
        let span = expr.span();
        let Some(number) = self.number(span, code(expr), "true".into()) else { return };
        let (start, end) = (self.byte(span.start()), self.byte(span.end()));
        self.insert(start, true, format!("(crate::mutant::on({number}) || ("));
        self.insert(end, false, "))".into());
    }

    /// A function returns at once.
    fn body(&mut self, block: &Block, output: &ReturnType, name: String) {
        if block.stmts.is_empty() {
            return;
        }
        let values: &[&str] = match output {
            ReturnType::Default => &["()"],
            ReturnType::Type(_, ty) => match &**ty {
                Type::Path(path) => match path.path.segments.last().unwrap().ident.to_string().as_str() {
                    "bool" => &["true", "false"],
                    "Option" => &["None"],
                    "usize" | "u8" | "u16" | "u32" | "i32" | "i64" | "u64" => &["0", "1"],
                    "f64" | "f32" => &["0.0", "1.0"],
                    "Vec" => &["Vec::new()"],
                    "String" => &["String::new()"],
                    _ => &[],
                },
                _ => &[],
            },
        };
        let at = self.byte(block.brace_token.span.open().end());
        for value in values {
            if let Some(number) = self.number(block.span(), format!("fn {name}"), format!("return {value}")) {
                self.insert(at, true, format!(" if crate::mutant::on({number}) {{ return {value}; }} "));
            }
        }
    }

    /// The conditions of a chain with a `let` in it, each dropped.
    fn chain(&mut self, expr: &Expr) {
        match expr {
            Expr::Binary(b) if matches!(b.op, BinOp::And(_)) && has_let(expr) => {
                self.chain(&b.left);
                self.chain(&b.right);
            }
            Expr::Let(_) => {}
            _ => self.drop_condition(expr),
        }
    }
}

/// What `matches!` asks, and its guard.
fn parse_matches(tokens: TokenStream) -> Option<(Expr, Option<Expr>)> {
    let parser = |input: syn::parse::ParseStream| {
        let expr: Expr = input.parse()?;
        input.parse::<Token![,]>()?;
        Pat::parse_multi_with_leading_vert(input)?;
        let guard = if input.peek(Token![if]) {
            input.parse::<Token![if]>()?;
            Some(input.parse::<Expr>()?)
        } else {
            None
        };
        let _ = input.parse::<Option<Token![,]>>()?;
        Ok((expr, guard))
    };
    parser.parse2(tokens).ok()
}

fn is_test(attrs: &[syn::Attribute]) -> bool {
    attrs.iter().any(|a| a.path().is_ident("cfg") && code(a).contains("test") || a.path().is_ident("test"))
}

impl<'ast> Visit<'ast> for Mutator<'_> {
    // What is computed by the compiler has no switch.
    fn visit_item_const(&mut self, _: &'ast syn::ItemConst) {}
    fn visit_item_static(&mut self, _: &'ast syn::ItemStatic) {}
    fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}
    fn visit_item_enum(&mut self, _: &'ast syn::ItemEnum) {}
    fn visit_type(&mut self, _: &'ast Type) {}
    fn visit_pat(&mut self, _: &'ast Pat) {}
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
    fn visit_expr_const(&mut self, _: &'ast syn::ExprConst) {}

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_test(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if item.sig.constness.is_none() && !is_test(&item.attrs) {
            self.body(&item.block, &item.sig.output, item.sig.ident.to_string());
            visit::visit_block(self, &item.block);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if item.sig.constness.is_none() && !is_test(&item.attrs) {
            self.body(&item.block, &item.sig.output, item.sig.ident.to_string());
            visit::visit_block(self, &item.block);
        }
    }

    fn visit_expr_repeat(&mut self, expr: &'ast syn::ExprRepeat) {
        self.visit_expr(&expr.expr);
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        if mac.path.is_ident("matches") {
            if let Some((expr, guard)) = parse_matches(mac.tokens.clone()) {
                self.visit_expr(&expr);
                if let Some(guard) = &guard {
                    self.chain(guard);
                    self.visit_expr(guard);
                }
            }
        } else if !mac.path.is_ident("unreachable")
            && let Ok(args) = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(mac.tokens.clone())
        {
            for arg in args.iter().filter(|a| !matches!(a, Expr::Lit(_) | Expr::Assign(_))) {
                self.visit_expr(arg);
            }
        }
    }

    fn visit_expr_if(&mut self, expr: &'ast syn::ExprIf) {
        if has_let(&expr.cond) {
            self.chain(&expr.cond);
        }
        visit::visit_expr_if(self, expr);
    }

    fn visit_expr_match(&mut self, expr: &'ast ExprMatch) {
        // An arm that catches all stands last; `None` is no name that does.
        let is_open = expr.arms.last().is_some_and(|a| {
            a.guard.is_none()
                && match &a.pat {
                    Pat::Wild(_) => true,
                    Pat::Ident(name) => name.ident.to_string().starts_with(char::is_lowercase),
                    _ => false,
                }
        });
        let last = expr.arms.len() - 1;
        for (i, arm) in expr.arms.iter().enumerate() {
            match &arm.guard {
                Some((_, guard)) if !has_let(guard) => {
                    let span = guard.span();
                    let (start, end) = (self.byte(span.start()), self.byte(span.end()));
                    let what = format!("{} if {}", code(&arm.pat), code(&**guard));
                    if let Some(number) = self.number(span, what, "arm gone".into()) {
                        self.insert(start, true, format!("!crate::mutant::on({number}) && ("));
                        self.insert(end, false, ")".into());
                    }
                    self.drop_condition(guard);
                }
                None if is_open && i != last => {
                    let what = format!("{} => …", code(&arm.pat));
                    if let Some(number) = self.number(arm.pat.span(), what, "arm gone".into()) {
                        let end = self.byte(arm.pat.span().end());
                        self.insert(end, false, format!(" if !crate::mutant::on({number})"));
                    }
                }
                _ => {}
            }
        }
        visit::visit_expr_match(self, expr);
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            Expr::Binary(b) if !has_let(expr) => {
                if let Some(op) = neighbour(&b.op) {
                    self.swap(expr, format!("({}) {op} ({})", code(&b.left), code(&b.right)));
                }
            }
            Expr::Unary(u) if !matches!(u.op, UnOp::Deref(_)) => self.swap(expr, code(&u.expr)),
            Expr::Lit(lit) => match &lit.lit {
                Lit::Int(int) => {
                    let value: u128 = int.base10_parse().unwrap();
                    self.swap(expr, format!("{}{}", value + 1, int.suffix()));
                }
                Lit::Bool(b) => self.swap(expr, (!b.value).to_string()),
                _ => {}
            },
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}

fn main() {
    let mut args = std::env::args().skip(1);
    let root = args.next().expect("the crate's folder");
    let args: Vec<String> = args.collect();
    let split = args.iter().position(|a| a == "--").unwrap_or(args.len());
    let left_out: BTreeSet<u32> = args[split..].iter().skip(1).map(|n| n.parse().unwrap()).collect();
    let mut next = 0;
    for file in &args[..split] {
        let path = Path::new(&root).join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        let tree = syn::parse_file(&text).unwrap();
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect();
        let (edits, report) = (Vec::new(), Vec::new());
        let mut mutator = Mutator { text: &text, lines, file, left_out: &left_out, next, edits, report };
        mutator.visit_file(&tree);
        next = mutator.next;
        for line in &mutator.report {
            println!("{line}");
        }
        // Outer openings first, outer closings last.
        let mut edits: Vec<(usize, Edit)> = mutator.edits.into_iter().enumerate().collect();
        edits.sort_by_key(|(i, e)| (e.at, e.opens, if e.opens { *i as isize } else { -(*i as isize) }));
        let mut out = String::new();
        let mut from = 0;
        for (_, edit) in edits {
            out += &text[from..edit.at];
            out += &edit.text;
            from = edit.at;
        }
        out += &text[from..];
        std::fs::write(&path, out).unwrap();
    }
    // The build script folds the lexicon's words with the crate's own folding.
    for file in ["src/lib.rs", "build.rs"] {
        let path = Path::new(&root).join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text + SWITCH).unwrap();
    }
}
