/** The reception book, and what is still owed to visitors. */
@NullMarked
package vn.caunoi.projections.reception;

import org.jspecify.annotations.NullMarked;
