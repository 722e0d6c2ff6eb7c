@NullMarked
package vn.caunoi.projections.letter;

import org.jspecify.annotations.NullMarked;
