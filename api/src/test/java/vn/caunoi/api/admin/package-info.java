/** Tests. */
@NullMarked
package vn.caunoi.api.admin;

import org.jspecify.annotations.NullMarked;
