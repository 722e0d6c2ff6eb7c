/** Who has to do what, by when: the open tasks. */
@NullMarked
package vn.caunoi.projections.inbox;

import org.jspecify.annotations.NullMarked;
