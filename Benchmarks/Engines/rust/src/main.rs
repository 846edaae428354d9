//! `daachorse` and `aho-corasick` themselves, without a binding: normalised text in, spans out.

use std::io::{BufRead, Write};
use std::time::Instant;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use daachorse::{DoubleArrayAhoCorasick, DoubleArrayAhoCorasickBuilder};

struct Span {
    start: u32,
    end: u32,
    form: u32,
}

enum Matcher {
    Daachorse(DoubleArrayAhoCorasick<u32>),
    AhoCorasick(AhoCorasick),
}

#[repr(C)]
struct Timespec {
    seconds: i64,
    nanoseconds: i64,
}

extern "C" {
    fn clock_gettime(clock: i32, time: *mut Timespec) -> i32;
}

/// CPU seconds of this thread (clock 3 of Linux).
fn cpu() -> f64 {
    let mut time = Timespec { seconds: 0, nanoseconds: 0 };
    unsafe { clock_gettime(3, &mut time) };
    time.seconds as f64 + time.nanoseconds as f64 / 1e9
}

fn records(scratch: &str, name: &str) -> Vec<Vec<u8>> {
    let bytes = std::fs::read(format!("{scratch}/{name}")).expect("run `make corpus` first");
    let mut list: Vec<Vec<u8>> = bytes.split(|byte| *byte == 0).map(<[u8]>::to_vec).collect();
    list.pop();
    list
}

fn build(name: &str, forms: &[Vec<u8>]) -> Matcher {
    match name {
        "daachorse" => Matcher::Daachorse(
            DoubleArrayAhoCorasickBuilder::new()
                .match_kind(daachorse::MatchKind::LeftmostLongest)
                .build(forms)
                .expect("distinct forms"),
        ),
        "nfa" | "dfa" => {
            let kind = if name == "nfa" { AhoCorasickKind::ContiguousNFA } else { AhoCorasickKind::DFA };
            Matcher::AhoCorasick(
                AhoCorasick::builder()
                    .match_kind(aho_corasick::MatchKind::LeftmostLongest)
                    .kind(Some(kind))
                    .build(forms)
                    .expect("forms"),
            )
        }
        _ => panic!("daachorse, nfa or dfa"),
    }
}

#[inline(never)]
fn pass(matcher: &Matcher, texts: &[Vec<u8>], spans: &mut Vec<Span>) -> (u64, u64) {
    let (mut count, mut sum) = (0, 0);
    for text in texts {
        spans.clear();
        match matcher {
            Matcher::Daachorse(automaton) => spans.extend(automaton.leftmost_find_iter(text).map(|found| Span {
                start: found.start() as u32,
                end: found.end() as u32,
                form: found.value(),
            })),
            Matcher::AhoCorasick(automaton) => spans.extend(automaton.find_iter(text).map(|found| Span {
                start: found.start() as u32,
                end: found.end() as u32,
                form: found.pattern().as_u32(),
            })),
        }
        count += spans.len() as u64;
        sum += spans.iter().filter(|span| span.end > span.start).map(|span| span.form as u64).sum::<u64>();
    }
    (count, sum)
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, scratch, name] = arguments.as_slice() else { panic!("usage: rust-matchers SCRATCH ENGINE") };
    let forms = records(scratch, "forms.wrapped");
    let texts = records(scratch, "normalised.wrapped");
    let start = cpu();
    let matcher = build(name, &forms);
    println!("{{\"ready\":true,\"build\":{}}}", cpu() - start);
    let mut spans = Vec::new();
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("UTF-8");
        let words: Vec<&str> = line.split(' ').collect();
        let limit: usize = words[2].parse().expect("a number");
        let chosen = if limit == 0 || limit > texts.len() { &texts[..] } else { &texts[..limit] };
        let (wall, begun) = (Instant::now(), cpu());
        let (count, sum) = pass(&matcher, chosen, &mut spans);
        println!(
            "{{\"stage\":\"{}\",\"cpu\":{:.6},\"wall\":{:.6},\"count\":{count},\"sum\":{sum}}}",
            words[1],
            cpu() - begun,
            wall.elapsed().as_secs_f64()
        );
        std::io::stdout().flush().expect("the runner is there");
    }
}
