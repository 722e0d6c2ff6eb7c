/** How values look in JSON. */
@NullMarked
package vn.caunoi.api.json;

import org.jspecify.annotations.NullMarked;
