"""The extraction of SkillMiner on Apache Spark: offers in, a count cube out. The reading itself is miner-daemon's."""
