/** Letters: their forms, the heading they are written under, and the books that number them. */
@NullMarked
package vn.caunoi.core.letter;

import org.jspecify.annotations.NullMarked;
