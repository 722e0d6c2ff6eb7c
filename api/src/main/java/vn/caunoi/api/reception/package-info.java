/** The reception desk over HTTP: visits and calls, what was promised at them, the reception book. */
@NullMarked
package vn.caunoi.api.reception;

import org.jspecify.annotations.NullMarked;
