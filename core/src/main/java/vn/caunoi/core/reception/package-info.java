/** Reception of citizens (tiếp công dân): visits and calls, and what was promised at them. */
@NullMarked
package vn.caunoi.core.reception;

import org.jspecify.annotations.NullMarked;
