@NullMarked
package vn.caunoi.api.open311;

import org.jspecify.annotations.NullMarked;
