"""What is wrong with a notice itself: `lint` gives every finding, with its clause and the mend."""

from knowledge.lint.run import lint as lint
