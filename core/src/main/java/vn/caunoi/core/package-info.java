/** See docs/architecture. */
@NullMarked
package vn.caunoi.core;

import org.jspecify.annotations.NullMarked;
