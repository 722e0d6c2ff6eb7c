/** What anybody may see of a petition whose code and PIN they know. */
@NullMarked
package vn.caunoi.api.citizen;

import org.jspecify.annotations.NullMarked;
