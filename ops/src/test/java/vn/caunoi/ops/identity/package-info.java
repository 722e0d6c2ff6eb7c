/** An identity provider as other bodies run it, and an installation that trusts it. */
@NullMarked
package vn.caunoi.ops.identity;

import org.jspecify.annotations.NullMarked;
