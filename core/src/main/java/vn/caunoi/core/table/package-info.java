/** Decision tables that were published while the program ran, as facts. */
@NullMarked
package vn.caunoi.core.table;

import org.jspecify.annotations.NullMarked;
