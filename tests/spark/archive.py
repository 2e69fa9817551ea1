#!/usr/bin/env python3
"""Digests an archive of articles (JSON Lines) on Apache Spark, through the native program.

    archive.py [--program PROGRAM] [--partitions N] ARTICLES DIGESTS

ARTICLES is a file or folder that Spark reads as text, DIGESTS a folder that it makes.
Without a cluster's own settings Spark runs on the cores of this machine.
"""

import argparse
import os
import shlex

from pyspark.sql import SparkSession


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default="target/release/khulasa")
    parser.add_argument("--partitions", type=int, default=4)
    parser.add_argument("articles")
    parser.add_argument("digests")
    given = parser.parse_args()
    spark = SparkSession.builder.appName("khulasa").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    try:
        articles = spark.sparkContext.textFile(given.articles, given.partitions)
        # Its status says whether a line was no article; that line says so itself.
        articles.pipe(shlex.quote(os.path.abspath(given.program))).saveAsTextFile(given.digests)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
