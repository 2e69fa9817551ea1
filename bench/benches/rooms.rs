//! Each room alone, and the whole, by language and length of the text.
//!
//!     cargo bench --manifest-path bench/Cargo.toml            all of it, some minutes
//!     cargo bench --manifest-path bench/Cargo.toml -- quotes  one room
//!
//! Criterion keeps what it measured under `bench/target` and says what has changed since.

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use khulasa::{Options, digest};
use khulasa_bench::{LANGUAGES, ROOMS, SIZES, article, bytes, document, fold_all, rooms};

fn benches(criterion: &mut Criterion) {
    for language in LANGUAGES {
        for size in SIZES {
            let article = article(language, size);
            let label = format!("{} KB", size / 1_000);
            let mut group = criterion.benchmark_group(language);
            group.throughput(Throughput::Bytes(bytes(&article) as u64));
            group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
            group.bench_function(BenchmarkId::new("fold", &label), |b| b.iter(|| fold_all(black_box(&article))));
            group.bench_function(BenchmarkId::new("text", &label), |b| b.iter(|| document(black_box(&article))));
            for (at, room) in ROOMS.into_iter().enumerate() {
                // A room reads what those before it found: they are run, and not counted.
                group.bench_function(BenchmarkId::new(room, &label), |b| {
                    b.iter_custom(|times| (0..times).map(|_| rooms(black_box(&article))[at]).sum());
                });
            }
            group.bench_function(BenchmarkId::new("digest", &label), |b| {
                b.iter(|| digest(black_box(&article), &Options::default()));
            });
            group.finish();
        }
    }
}

criterion_group!(all, benches);
criterion_main!(all);
