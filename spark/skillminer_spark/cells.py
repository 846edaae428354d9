"""The cells of the cube counted on the cluster, for archives whose facts fit no single machine: month × territory ×
sector × occupation × source × family, with distinct offers and distinct employers, as the store counts them."""

from pyspark.sql import functions as F

LEVELS = ("commune", "basin", "zone", "department", "region")
DEMAND = ("mission", "required", "desired")
FACT = (
    "struct<source:string, created:string, occupations:array<array<string>>, naf:string, employer:string, "
    "places:array<struct<codes:array<string>>>, readings:array<array<string>>>"
)


def cells(offers, level):
    """`offers` has `cluster`, `line`; `level` is one of `LEVELS`."""
    unknown = F.lit("?")
    fact = F.from_json("line", FACT).alias("f")
    month = (F.substring("f.created", 1, 4).cast("int") * 12 + F.substring("f.created", 6, 2).cast("int") - 1)
    sector = F.upper(F.replace("f.naf", F.lit("."), F.lit("")))
    codes = F.array_distinct(
        F.filter(F.transform("f.places", lambda p: p["codes"][LEVELS.index(level)]), lambda c: c.isNotNull() & (c != ""))
    )
    families = F.array_distinct(
        F.transform(F.filter("f.readings", lambda r: r[0].isNotNull() & r[1].isin(*DEMAND)), lambda r: r[0])
    )
    return (
        offers.select("cluster", fact)
        .select(
            "cluster", F.col("f.employer").alias("employer"), F.coalesce(month.cast("string"), unknown).alias("month"),
            F.explode(F.when(F.size(codes) > 0, codes).otherwise(F.array(unknown))).alias("territory"),
            F.coalesce(F.when(sector != "", sector), unknown).alias("sector"),
            F.coalesce(F.get(F.get("f.occupations", F.lit(0)), F.lit(0)), unknown).alias("occupation"),
            F.col("f.source").alias("source"), families.alias("families"),
        )
        .select("*", F.explode("families").alias("family"))
        .groupBy("month", "territory", "sector", "occupation", "source", "family")
        .agg(F.countDistinct("cluster").alias("offers"), F.countDistinct("employer").alias("employers"))
    )
