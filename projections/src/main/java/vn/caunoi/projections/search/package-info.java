/** By what petitions are found: keyed hashes of the words in them, of names and of numbers. */
@NullMarked
package vn.caunoi.projections.search;

import org.jspecify.annotations.NullMarked;
