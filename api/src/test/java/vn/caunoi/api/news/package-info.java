@NullMarked
package vn.caunoi.api.news;

import org.jspecify.annotations.NullMarked;
