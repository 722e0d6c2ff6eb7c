/** The demonstration: its units and officers, its clock, and sample cases that make the first screen alive. */
@NullMarked
package vn.caunoi.ops.demo;

import org.jspecify.annotations.NullMarked;
