/** See docs/architecture. */
@NullMarked
package vn.caunoi.processes;

import org.jspecify.annotations.NullMarked;
