using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AwardArchive.Archive.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SplitScans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Documents_Sha256",
                table: "Documents");

            migrationBuilder.AddColumn<Guid>(
                name: "ScanId",
                table: "Recognitions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ScanPage",
                table: "Recognitions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ScanId",
                table: "Pages",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ScanPage",
                table: "Pages",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FirstPage",
                table: "Documents",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsSplitProposed",
                table: "Documents",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "PartOf",
                table: "Documents",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WarningCount",
                table: "Documents",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "SplitDecisions",
                columns: table => new
                {
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Action = table.Column<int>(type: "integer", nullable: false),
                    FirstPages = table.Column<string>(type: "text", nullable: false),
                    Parts = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SplitDecisions", x => new { x.DocumentId, x.Number });
                    table.ForeignKey(
                        name: "FK_SplitDecisions_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Recognitions_ScanId",
                table: "Recognitions",
                column: "ScanId",
                filter: "\"ScanId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_PartOf",
                table: "Documents",
                column: "PartOf",
                filter: "\"PartOf\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_Sha256",
                table: "Documents",
                column: "Sha256",
                unique: true,
                filter: "\"PartOf\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_SplitProposed",
                table: "Documents",
                column: "Id",
                filter: "\"IsSplitProposed\"");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_Warnings",
                table: "Documents",
                column: "Id",
                filter: "\"WarningCount\" > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SplitDecisions");

            migrationBuilder.DropIndex(
                name: "IX_Recognitions_ScanId",
                table: "Recognitions");

            migrationBuilder.DropIndex(
                name: "IX_Documents_PartOf",
                table: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_Documents_Sha256",
                table: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_Documents_SplitProposed",
                table: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_Documents_Warnings",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "ScanId",
                table: "Recognitions");

            migrationBuilder.DropColumn(
                name: "ScanPage",
                table: "Recognitions");

            migrationBuilder.DropColumn(
                name: "ScanId",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "ScanPage",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "FirstPage",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "IsSplitProposed",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "PartOf",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "WarningCount",
                table: "Documents");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_Sha256",
                table: "Documents",
                column: "Sha256",
                unique: true);
        }
    }
}
