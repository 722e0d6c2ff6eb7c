/** Who is asking, and whether they may: accounts, the two ways in, throttling. */
@NullMarked
package vn.caunoi.api.security;

import org.jspecify.annotations.NullMarked;
