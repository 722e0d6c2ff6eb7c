/** See docs/architecture. */
@NullMarked
package vn.caunoi.api;

import org.jspecify.annotations.NullMarked;
