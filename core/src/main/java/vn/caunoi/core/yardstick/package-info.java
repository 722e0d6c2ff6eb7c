/** By what units are measured beside their cases: surveys, targets of a year, and when a case becomes a hot spot. */
@NullMarked
package vn.caunoi.core.yardstick;

import org.jspecify.annotations.NullMarked;
