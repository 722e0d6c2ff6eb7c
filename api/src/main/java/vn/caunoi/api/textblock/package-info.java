/** Texts that people put into forms again and again: their own, and those of their unit. */
@NullMarked
package vn.caunoi.api.textblock;

import org.jspecify.annotations.NullMarked;
