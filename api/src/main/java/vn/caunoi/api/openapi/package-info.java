/** The description of the API. */
@NullMarked
package vn.caunoi.api.openapi;

import org.jspecify.annotations.NullMarked;
