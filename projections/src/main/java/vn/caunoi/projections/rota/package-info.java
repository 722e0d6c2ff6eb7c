/** The rota of leaders who receive citizens, and its figures. */
@NullMarked
package vn.caunoi.projections.rota;

import org.jspecify.annotations.NullMarked;
