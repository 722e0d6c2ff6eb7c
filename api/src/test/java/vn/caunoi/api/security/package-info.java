/** Tests. */
@NullMarked
package vn.caunoi.api.security;

import org.jspecify.annotations.NullMarked;
